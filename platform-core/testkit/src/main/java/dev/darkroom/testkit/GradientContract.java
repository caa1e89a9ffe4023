package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Elementwise.Compare;
import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.spi.TrainableGraph.Gradients;
import dev.darkroom.core.spi.TrainingBackend;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The loss and its gradients.
///
/// A gradient's every element is compared with the central difference of fourth order, `(8 (L(+h) -
/// L(-h)) - (L(+2h) - L(-2h))) / 12 h`, whose own error with h = 1/32 and float32 losses near 5 stays
/// below [#gradientTolerance()].
public interface GradientContract extends BackendSubject {

  /// How far an element of a gradient may be from the difference.
  default double gradientTolerance() {
    return 2e-4;
  }

  @TestFactory
  default Stream<DynamicTest> gradientsAreThoseOfTheDifferences() {
    return TinyNetwork.weights().keySet().stream()
        .map(name -> dynamicTest(name, () -> checkGradient(name)));
  }

  private void checkGradient(String name) {
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph network = Training.compile(backend, TinyNetwork.graph(), name)) {
      Map<String, Tensor> inputs = TinyNetwork.inputs(2);
      Tensor gradient = Training.gradient(network.run(inputs), name);
      Tensor weight = network.weight(name);
      assertThat(gradient.shape()).isEqualTo(weight.shape());
      for (int i = 0; i < weight.shape().elements(); i++) {
        double expected = difference(network, inputs, name, weight, i);
        assertThat(gradient.at(i))
            .as("element %d of the gradient of %s", i, name)
            .isCloseTo(expected, within(gradientTolerance()));
      }
    }
  }

  private static double difference(
      TrainableGraph network, Map<String, Tensor> inputs, String name, Tensor weight, int element) {
    double h = 1.0 / 32;
    double[] losses = new double[5];
    for (int step = -2; step <= 2; step++) {
      float[] moved = weight.toFloats();
      moved[element] += (float) (step * h);
      network.assign(name, Tensor.of(weight.shape(), moved));
      losses[step + 2] = network.run(inputs).loss();
    }
    network.assign(name, weight);
    return (8 * (losses[3] - losses[1]) - (losses[4] - losses[0])) / (12 * h);
  }

  @Test
  default void gradientsOfAllWeightsAtOnceAreThoseOfEachAlone() {
    String[] names = TinyNetwork.weights().keySet().toArray(String[]::new);
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph all = Training.compile(backend, TinyNetwork.graph(), names)) {
      Gradients together = all.run(TinyNetwork.inputs(1));
      for (String name : names) {
        try (TrainableGraph alone = Training.compile(backend, TinyNetwork.graph(), name)) {
          Tensor expected = Training.gradient(alone.run(TinyNetwork.inputs(1)), name);
          Trial.close(this, Training.gradient(together, name), Grid.of(expected));
        }
      }
    }
  }

  @Test
  default void theLossIsThatOfTheCompiledGraph() {
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph network = Training.compile(backend, TinyNetwork.graph(), "linear.weight")) {
      for (int batch = 1; batch <= 3; batch++) {
        Map<String, Tensor> inputs = TinyNetwork.inputs(batch);
        Tensor expected =
            Trial.output(
                Trial.run(
                    this, TinyNetwork.graph(), MemoryWeights.of(TinyNetwork.weights()), inputs),
                "loss");
        assertThat(network.run(inputs).loss()).isCloseTo(expected.at(0), within(2 * tolerance()));
      }
    }
  }

  @Test
  default void weightsThatAreNotChosenGetNoGradient() {
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph two =
            Training.compile(backend, TinyNetwork.graph(), "norm.bias", "query.weight");
        TrainableGraph none = Training.compile(backend, TinyNetwork.graph())) {
      Gradients gradients = two.run(TinyNetwork.inputs(1));
      assertThat(gradients.weights()).containsOnlyKeys("norm.bias", "query.weight");
      assertThat(none.run(TinyNetwork.inputs(1)).weights()).isEmpty();
      assertThat(none.run(TinyNetwork.inputs(1)).loss())
          .isCloseTo(gradients.loss(), within(tolerance()));
    }
  }

  @Test
  default void gradientsDoNotAddUpOverRuns() {
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph network = Training.compile(backend, TinyNetwork.graph(), "conv.weight")) {
      Tensor first = Training.gradient(network.run(TinyNetwork.inputs(1)), "conv.weight");
      network.run(TinyNetwork.inputs(3));
      Tensor again = Training.gradient(network.run(TinyNetwork.inputs(1)), "conv.weight");
      Trial.close(this, again, Grid.of(first));
    }
  }

  /// The mean of `w²·floor(w)` with w read twice and a loss of rank 1: 2w·floor(w) over the count.
  @Test
  default void aWeightThatIsReadTwiceGetsTheSum() {
    GraphBuilder g = new GraphBuilder();
    Value w = g.weight("w", 3);
    Value square = g.mul(w, w);
    g.output("loss", g.reduce(Reduce.Kind.MEAN, g.mul(square, g.unary(Unary.Kind.FLOOR, w)), 0));
    Grid expected = Grid.of(Shape.of(3), 2 * 1.5 / 3, 2 * -2.25 * -3 / 3, 0);
    checkAlone(g.build(), Samples.vector(1.5f, -2.25f, 0.5f), expected);
  }

  @Test
  default void aWeightThatOnlyDecidesGetsZeros() {
    GraphBuilder g = new GraphBuilder();
    Value w = g.weight("w", 2);
    Value negative = g.compare(Compare.Kind.LESS, w, g.constant(0));
    Value picked = g.select(negative, g.constant(3), g.constant(5));
    g.output("loss", g.reshape(g.reduce(Reduce.Kind.SUM, picked, 0)));
    checkAlone(g.build(), Samples.vector(-1, 1), Grid.of(Shape.of(2), 0, 0));
  }

  private void checkAlone(Graph loss, Tensor weight, Grid expected) {
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph compiled =
            backend.compileForTraining(
                loss,
                MemoryWeights.of(Map.of("w", weight)),
                Set.of("w"),
                CompileOptions.of("contract"))) {
      Tensor gradient = Training.gradient(compiled.run(Map.of()), "w");
      assertThat(gradient.dtype()).isEqualTo(DType.F32);
      Trial.close(this, gradient, expected);
    }
  }
}
