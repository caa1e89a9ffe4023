package dev.darkroom.core.reference;

import dev.darkroom.core.spi.Cancellation;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// The threads of one compiled graph.
final class Workers implements AutoCloseable {

  private final ForkJoinPool pool;

  /// @param threads how many; 0 for one per core
  Workers(int threads) {
    pool = new ForkJoinPool(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
  }

  /// Runs `body` for 0 to `count`, in any order; stops early when cancelled.
  void each(int count, Cancellation cancellation, IntConsumer body) {
    IntConsumer stoppable =
        index -> {
          if (!cancellation.isCancelled()) {
            body.accept(index);
          }
        };
    pool.submit(() -> IntStream.range(0, count).parallel().forEach(stoppable)).join();
    cancellation.check();
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
