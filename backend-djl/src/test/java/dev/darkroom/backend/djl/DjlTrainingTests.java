package dev.darkroom.backend.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.spi.TrainingBackend;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.MemoryWeights;
import dev.darkroom.testkit.TrainingContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DjlTrainingTests implements TrainingContract {

  private static final Path MEMORY = Path.of("/proc/self/statm");
  private static final int SIDE = 1024;

  @Override
  public BackendProvider backend() {
    return new DjlBackendProvider();
  }

  @Test
  void aRunUnderWayIsCancelled() throws InterruptedException {
    try (TrainingBackend backend = cpu();
        TrainableGraph slow = compile(backend, products(150));
        TrainableGraph quick = compile(backend, products(1))) {
      Cancellation cancellation = Cancellation.create();
      Map<String, Tensor> x = Map.of("x", Tensor.allocate(DType.F32, Shape.of(SIDE, SIDE)));
      CompletableFuture<?> run = CompletableFuture.runAsync(() -> slow.run(x, cancellation));
      Thread.sleep(200);
      cancellation.cancel();
      assertThatThrownBy(run::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(CancelledException.class);
      assertThat(quick.run(x).loss()).isZero();
    }
  }

  /// Each run that fails would leave 8 MiB behind if its tensors were arguments of the call.
  @Test
  void aRunThatFailsLeavesNothingBehind() throws IOException {
    assumeTrue(Files.exists(MEMORY), "needs Linux to ask for the memory in use");
    try (TrainingBackend backend = cpu();
        TrainableGraph lookup = compile(backend, lookup())) {
      Map<String, Tensor> outside =
          Map.of(
              "x", Tensor.allocate(DType.F32, Shape.of(SIDE, SIDE)),
              "row", Tensor.ofLongs(Shape.of(1), SIDE));
      long before = 0;
      for (int i = 0; i < 120; i++) {
        before = i == 20 ? residentPages() : before;
        assertThatThrownBy(() -> lookup.run(outside))
            .isInstanceOf(BackendException.class)
            .hasMessageContaining("index");
        System.gc();
      }
      assertThat((residentPages() - before) * 4096 >> 20).isLessThan(200);
    }
  }

  private static long residentPages() throws IOException {
    return Long.parseLong(Files.readString(MEMORY).split(" ", -1)[1]);
  }

  private static TrainingBackend cpu() {
    return (TrainingBackend) new DjlBackendProvider().open(Device.cpu("test"));
  }

  private static TrainableGraph compile(TrainingBackend backend, Graph loss) {
    Map<String, Tensor> weights = Map.of("w", Tensor.allocate(DType.F32, Shape.of(SIDE, SIDE)));
    return backend.compileForTraining(
        loss, MemoryWeights.of(weights), Set.of("w"), new CompileOptions("test", DType.F32, 1));
  }

  private static Graph products(int count) {
    GraphBuilder g = new GraphBuilder();
    Value product = g.input("x", DType.F32, Dim.of(SIDE), Dim.of(SIDE));
    for (int i = 0; i < count; i++) {
      product = g.matmul(product, g.weight("w", SIDE, SIDE));
    }
    g.output("loss", g.reduce(Reduce.Kind.MEAN, product, 0, 1));
    return g.build();
  }

  private static Graph lookup() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, Dim.of(SIDE), Dim.of(SIDE));
    Value row = g.input("row", DType.I64, Dim.of(1));
    Value found = g.gather(g.add(g.weight("w", SIDE, SIDE), x), 0, row);
    g.output("loss", g.reduce(Reduce.Kind.MEAN, found, 0, 1));
    return g.build();
  }
}
