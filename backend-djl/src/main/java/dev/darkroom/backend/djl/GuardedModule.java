package dev.darkroom.backend.djl;

import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.error.DarkroomException;
import dev.darkroom.core.spi.Cancellation;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// A module that one thread at a time uses.
///
/// One lock stands around the module: a run holds it, and closing waits for it, because a closed
/// module in the engine's hands ends the whole process.
final class GuardedModule implements AutoCloseable {

  private final String name;
  private final TorchModule module;
  private final Consumer<GuardedModule> onClose;
  private final ReentrantLock lock = new ReentrantLock(true);
  private boolean closed;

  /// @param name names the graph in messages
  /// @param onClose told once, when this is closed
  GuardedModule(String name, TorchModule module, Consumer<GuardedModule> onClose) {
    this.name = name;
    this.module = module;
    this.onClose = onClose;
  }

  /// Uses the module as soon as nobody else does.
  ///
  /// @param doing what it is used for, in messages: `run on ...`
  /// @throws IllegalStateException if it is closed
  <T> T use(String doing, Function<TorchModule, T> work) {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException(name + " is closed; compile it again");
      }
      return wrapped(doing, work);
    } finally {
      lock.unlock();
    }
  }

  private <T> T wrapped(String doing, Function<TorchModule, T> work) {
    try {
      return work.apply(module);
    } catch (DarkroomException e) {
      throw e;
    } catch (RuntimeException e) {
      throw EngineErrors.wrap(name + " could not " + doing, e);
    }
  }

  /// Runs the module with a flag in native memory that is set when the run is cancelled. It lives
  /// until no other thread can set it: [Cancellation.Registration#close()] waits for a notification
  /// under way.
  ///
  /// @param what names the tensors of the run in messages
  <T> T run(
      Cancellation cancellation, Object what, BiFunction<TorchModule, MemorySegment, T> work) {
    return use(
        "run on " + what,
        open -> {
          cancellation.check();
          MemorySegment stop = Arena.ofAuto().allocate(1);
          try (Cancellation.Registration _ =
              cancellation.onCancel(() -> stop.set(ValueLayout.JAVA_BYTE, 0, (byte) 1))) {
            return work.apply(open, stop);
          } catch (RuntimeException e) {
            throw cancellation.isCancelled() ? new CancelledException() : e;
          }
        });
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        module.close();
        onClose.accept(this);
      }
    } finally {
      lock.unlock();
    }
  }
}
