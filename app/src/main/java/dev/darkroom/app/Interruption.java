package dev.darkroom.app;

import dev.darkroom.core.spi.Cancellation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What Ctrl-C does: cancels the work and gives it a moment to clean up. A second one ends at once.
final class Interruption {

  private static final int INTERRUPT = 2;
  private static final int TERMINATE = 15;
  private static final int SIGNALLED = 128;
  private static final long PATIENCE_SECONDS = 10;

  private final Cancellation cancellation;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicInteger signal = new AtomicInteger();

  private Interruption(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /// Begins to listen for signals.
  static Interruption install(Cancellation cancellation) {
    Interruption interruption = new Interruption(cancellation);
    interruption.listen("INT", INTERRUPT);
    interruption.listen("TERM", TERMINATE);
    return interruption;
  }

  /// Handles the signal itself instead of adding a shutdown hook: hooks run side by side, and the
  /// engines' own hooks would pull native code away below the work that is to be cancelled. By
  /// reflection, because javac warns about the class and warnings end the build.
  private void listen(String name, int number) {
    InvocationHandler action =
        (_, _, _) -> {
          interrupted(number);
          return null;
        };
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Interruption.class.getClassLoader(), new Class<?>[] {handler}, action);
      Object wanted = type.getConstructor(String.class).newInstance(name);
      type.getMethod("handle", type, handler).invoke(null, wanted, proxy);
    } catch (ReflectiveOperationException _) {
      // a Java without signals, or one that keeps this signal to itself: it ends the process
    }
  }

  private void interrupted(int number) {
    boolean first = signal.compareAndSet(0, number);
    cancellation.cancel();
    if (!first) {
      Runtime.getRuntime().halt(SIGNALLED + number);
    }
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.exit(SIGNALLED + number);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The work is done.
  ///
  /// @return the exit code: `code`, or that of the signal if it cancelled the work
  int finished(int code) {
    finished.countDown();
    boolean cancelled = signal.get() != 0 && code == SIGNALLED + INTERRUPT;
    return cancelled ? SIGNALLED + signal.get() : code;
  }
}
