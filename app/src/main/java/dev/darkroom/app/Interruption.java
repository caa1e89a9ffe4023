package dev.darkroom.app;

import dev.darkroom.core.spi.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What Ctrl-C does: cancels the work and gives it a moment to clean up.
final class Interruption {

  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruption() {}

  /// Begins to watch for the end of the process.
  static Interruption install(Cancellation cancellation) {
    Interruption interruption = new Interruption();
    Thread hook = new Thread(() -> interruption.interrupt(cancellation), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return interruption;
  }

  private void interrupt(Cancellation cancellation) {
    if (finished.getCount() == 0) {
      return;
    }
    cancellation.cancel();
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The work is done; the process may end.
  void finished() {
    finished.countDown();
  }
}
