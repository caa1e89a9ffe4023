package dev.darkroom.app.host;

import dev.darkroom.app.wire.HostState;
import dev.darkroom.core.spi.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Orders that are being drawn or wait for their turn: one at a time, in the order in which they came.
final class Jobs {

  private static final int MOST_WAITING = 16;
  private static final long PATIENCE_MILLIS = 8_000;

  private final List<Job> queue = new ArrayList<>();
  private boolean closed;

  /// One order.
  ///
  /// @param name what the caller calls it
  record Job(String name, Cancellation cancellation) {}

  /// Runs `work` when it is this job's turn.
  ///
  /// @throws Refusal if too many wait, the name is taken, or the host ends
  /// @throws dev.darkroom.core.error.CancelledException if cancelled while it waits
  <T> T run(Job job, Supplier<T> work) {
    enter(job);
    try (Cancellation.Registration _ = job.cancellation().onCancel(this::wake)) {
      await(job);
      return work.get();
    } finally {
      leave(job);
    }
  }

  private synchronized void enter(Job job) {
    if (closed) {
      throw Refusal.busy("The host ends. Start it again.");
    }
    if (queue.size() > MOST_WAITING) {
      throw Refusal.busy("%d orders wait already. Try again later.".formatted(MOST_WAITING));
    }
    if (queue.stream().anyMatch(other -> other.name().equals(job.name()))) {
      throw new Refusal(409, "job", "There is a job \"%s\" already.".formatted(job.name()));
    }
    queue.add(job);
  }

  private synchronized void await(Job job) {
    try {
      while (!queue.getFirst().equals(job) && !job.cancellation().isCancelled()) {
        wait();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      job.cancellation().cancel();
    }
    job.cancellation().check();
  }

  private synchronized void wake() {
    notifyAll();
  }

  private synchronized void leave(Job job) {
    queue.remove(job);
    notifyAll();
  }

  /// Stops a job.
  ///
  /// @param name of the job; null for the one that is being drawn
  /// @return whether there is one
  boolean cancel(@Nullable String name) {
    Optional<Job> job = find(name);
    job.ifPresent(found -> found.cancellation().cancel());
    return job.isPresent();
  }

  private synchronized Optional<Job> find(@Nullable String name) {
    return queue.stream().filter(job -> name == null || job.name().equals(name)).findFirst();
  }

  synchronized HostState.Orders orders() {
    int drawing = Math.min(1, queue.size());
    return new HostState.Orders(drawing, queue.size() - drawing);
  }

  /// Takes no more jobs, stops those that there are, and waits a while until they are gone.
  void close() {
    List<Job> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(queue);
    }
    // from the end, so that none of those that wait begins
    left.reversed().forEach(job -> job.cancellation().cancel());
    awaitEmpty();
  }

  private synchronized void awaitEmpty() {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    try {
      for (long left = PATIENCE_MILLIS; left > 0 && !queue.isEmpty(); ) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
