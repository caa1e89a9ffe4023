package dev.darkroom.testkit;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.spi.TrainableGraph.Gradients;
import dev.darkroom.core.spi.TrainingBackend;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.util.Map;
import java.util.Set;

/// Compiles losses on the backend under test.
final class Training {

  /// One thread: what is computed is tiny.
  private static final CompileOptions OPTIONS = new CompileOptions("contract", DType.F32, 1);

  private Training() {}

  static TrainingBackend open(BackendSubject subject) {
    Backend backend = Trial.open(subject);
    if (backend instanceof TrainingBackend training) {
      return training;
    }
    backend.close();
    throw new AssertionError(subject.backend().id() + " opens no TrainingBackend");
  }

  /// A loss over [TinyNetwork]'s weights.
  static TrainableGraph compile(TrainingBackend backend, Graph loss, String... trainable) {
    return backend.compileForTraining(
        loss, MemoryWeights.of(TinyNetwork.weights()), Set.of(trainable), OPTIONS);
  }

  /// [#distance()] from a weight `w`.
  static TrainableGraph compileDistance(TrainingBackend backend, Tensor w) {
    return backend.compileForTraining(
        distance(), MemoryWeights.of(Map.of("w", w)), Set.of("w"), OPTIONS);
  }

  /// The sum of `(w - x)²` over three elements; its gradient is `2 (w - x)`.
  static Graph distance() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, Dim.of(3));
    Value error = g.sub(g.weight("w", 3), x);
    g.output("loss", g.reshape(g.reduce(Reduce.Kind.SUM, g.mul(error, error), 0)));
    return g.build();
  }

  static Tensor gradient(Gradients gradients, String name) {
    return Trial.output(gradients.weights(), name);
  }
}
