package dev.darkroom.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.app.host.Jobs.Job;
import dev.darkroom.app.wire.HostState;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.spi.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The queue of orders.
@Timeout(60)
final class JobsTests {

  private final Jobs jobs = new Jobs();
  private final CountDownLatch go = new CountDownLatch(1);
  private final List<String> done = new CopyOnWriteArrayList<>();

  private static Job job(String name) {
    return new Job(name, Cancellation.create());
  }

  /// Begins a job and waits until it is in the queue.
  private Thread begin(Job job) {
    HostState.Orders before = jobs.orders();
    Thread thread = Thread.ofVirtual().start(() -> run(job));
    while (jobs.orders().equals(before)) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private void run(Job job) {
    try {
      jobs.run(
          job,
          () -> {
            awaitGo();
            done.add(job.name());
            return job;
          });
    } catch (CancelledException _) {
      done.add(job.name() + " cancelled");
    }
  }

  private void awaitGo() {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneAfterTheOtherInTheirOrder() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d")) {
      threads.add(begin(job(name)));
    }
    assertThat(jobs.orders()).isEqualTo(new HostState.Orders(1, 3));
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(done).containsExactly("a", "b", "c", "d");
    assertThat(jobs.orders()).isEqualTo(new HostState.Orders(0, 0));
  }

  @Test
  void whoWaitsCanBeCancelled() throws InterruptedException {
    Thread first = begin(job("a"));
    Thread second = begin(job("b"));
    assertThat(jobs.cancel("b")).isTrue();
    second.join();
    assertThat(done).containsExactly("b cancelled");
    go.countDown();
    first.join();
    assertThat(jobs.cancel("b")).isFalse();
    assertThat(jobs.cancel(null)).isFalse();
  }

  @Test
  void tooManyAreRefused() {
    for (int i = 0; i < 17; i++) {
      begin(job("job " + i));
    }
    assertThatThrownBy(() -> jobs.run(job("one more"), () -> 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("16 orders wait");
    assertThatThrownBy(() -> jobs.run(job("job 3"), () -> 1)).isInstanceOf(Refusal.class);
    go.countDown();
  }

  @Test
  void theEndStopsAllOfThem() throws InterruptedException {
    Job running = job("a");
    Thread first = begin(running);
    Thread second = begin(job("b"));
    try (Cancellation.Registration _ = running.cancellation().onCancel(go::countDown)) {
      jobs.close();
    }
    first.join();
    second.join();
    assertThat(done).containsExactlyInAnyOrder("a", "b cancelled");
    assertThatThrownBy(() -> jobs.run(job("c"), () -> 1)).hasMessageContaining("ends");
  }
}
