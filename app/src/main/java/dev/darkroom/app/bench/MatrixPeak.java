package dev.darkroom.app.bench;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weight;
import java.util.Map;

/// The rate at which a backend multiplies large matrices: the most that a model can hope for.
final class MatrixPeak {

  private static final int SIZE = 2048;
  private static final int RUNS = 6;

  private MatrixPeak() {}

  /// Operations a second, the best of several runs. As in a model, one matrix is a weight that the
  /// engine may have brought into the layout it likes.
  static double measure(Backend backend, CompileOptions options, Cancellation cancellation) {
    GraphBuilder g = new GraphBuilder();
    Value rows = g.input("a", DType.F32, Dim.named("rows"), Dim.of(SIZE));
    g.output("product", g.matmul(rows, g.weight("b", SIZE, SIZE)));
    Tensor matrix = Tensor.allocate(DType.F32, Shape.of(SIZE, SIZE)).map(_ -> 0.5);
    Map<String, Tensor> inputs = Map.of("a", matrix);
    try (CompiledGraph graph =
        backend.compile(g.build(), name -> new Constant(name, matrix), options)) {
      double best = Double.POSITIVE_INFINITY;
      for (int i = 0; i < RUNS; i++) {
        long began = System.nanoTime();
        graph.run(inputs, cancellation);
        best = Math.min(best, (System.nanoTime() - began) / 1e9);
      }
      return 2.0 * SIZE * SIZE * SIZE / best;
    }
  }

  /// A weight that is in memory already.
  private record Constant(String name, Tensor tensor) implements Weight {
    @Override
    public DType dtype() {
      return tensor.dtype();
    }

    @Override
    public Shape shape() {
      return tensor.shape();
    }

    @Override
    public Tensor read() {
      return tensor;
    }
  }
}
