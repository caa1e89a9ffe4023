package dev.darkroom.core.spi;

import dev.darkroom.core.error.CancelledException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A request to stop, handed down with the work. Safe for use by several threads.
public final class Cancellation {

  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private volatile boolean cancelled;

  private Cancellation() {}

  /// A new one, not cancelled.
  public static Cancellation create() {
    return new Cancellation();
  }

  /// One that nobody cancels.
  public static Cancellation none() {
    return create();
  }

  /// Asks the work to stop. Only the first call has an effect.
  public void cancel() {
    synchronized (actions) {
      if (cancelled) {
        return;
      }
      cancelled = true;
    }
    actions.forEach(Runnable::run);
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /// @throws CancelledException if cancelled
  public void check() {
    if (cancelled) {
      throw new CancelledException();
    }
  }

  /// Runs `action` on the cancelling thread when cancelled, at once if that has happened. The action
  /// must be short. Close the result when the work is done.
  public Registration onCancel(Runnable action) {
    boolean late;
    synchronized (actions) {
      late = cancelled;
      actions.add(action);
    }
    if (late) {
      action.run();
    }
    return () -> actions.remove(action);
  }

  /// An action that waits for the cancellation; closing takes it back.
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
