package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.spi.TrainableGraph.Gradients;
import dev.darkroom.core.spi.TrainingBackend;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weight;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Weights that are read and changed between runs.
public interface TrainedWeightContract extends BackendSubject {

  /// A step of `rate` against the gradient of a squared distance leaves `(1 - 2 rate)²` of it.
  @Test
  default void anUpdateChangesTheNextLossAsPredicted() {
    Map<String, Tensor> x = Map.of("x", Samples.vector(1, -2, 0.5f));
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph distance = Training.compileDistance(backend, Samples.vector(3, 4, -1))) {
      double loss = 4 + 36 + 2.25;
      for (int step = 0; step < 4; step++) {
        Gradients gradients = distance.run(x);
        assertThat(gradients.loss()).isCloseTo(loss, within(1e-5 * loss));
        Tensor gradient = Training.gradient(gradients, "w");
        distance.assign("w", distance.weight("w").plus(-0.125, gradient));
        loss *= 0.75 * 0.75;
      }
    }
  }

  /// To first order, a step `rate` against the gradient takes `rate · |gradient|²` off the loss.
  @Test
  default void aSmallStepDownhillTakesOffWhatTheGradientSays() {
    String[] names = TinyNetwork.weights().keySet().toArray(String[]::new);
    Map<String, Tensor> inputs = TinyNetwork.inputs(2);
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph network = Training.compile(backend, TinyNetwork.graph(), names)) {
      Gradients before = network.run(inputs);
      double rate = 1e-3;
      double square = 0;
      for (String name : names) {
        Tensor gradient = Training.gradient(before, name);
        for (float element : gradient.toFloats()) {
          square += (double) element * element;
        }
        network.assign(name, network.weight(name).plus(-rate, gradient));
      }
      double drop = before.loss() - network.run(inputs).loss();
      assertThat(drop).isCloseTo(rate * square, within(0.05 * rate * square));
    }
  }

  @Test
  default void weightsAreCopiesBothWays() {
    Tensor stored = Samples.vector(1, 2, 3);
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph distance =
            backend.compileForTraining(
                Training.distance(),
                _ -> new Shared(stored),
                Set.of("w"),
                CompileOptions.of("contract"))) {
      Tensor first = distance.weight("w");
      Tensor changed = Samples.vector(7, 8, 9);
      distance.assign("w", changed);
      changed.data().fill((byte) 0);
      Trial.close(this, first, Grid.of(Shape.of(3), 1, 2, 3));
      Trial.close(this, stored, Grid.of(Shape.of(3), 1, 2, 3));
      Trial.close(this, distance.weight("w"), Grid.of(Shape.of(3), 7, 8, 9));
      distance.weight("w").data().fill((byte) 0);
      Trial.close(this, distance.weight("w"), Grid.of(Shape.of(3), 7, 8, 9));
    }
  }

  /// A weight that hands out the same memory at every read, as mapped files do.
  record Shared(Tensor read) implements Weight {
    @Override
    public String name() {
      return "w";
    }

    @Override
    public DType dtype() {
      return read.dtype();
    }

    @Override
    public Shape shape() {
      return read.shape();
    }
  }

  @Test
  default void twoGraphsDoNotShareTheirWeights() {
    Tensor stored = Samples.vector(1, 2, 3);
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph first = Training.compileDistance(backend, stored);
        TrainableGraph second = Training.compileDistance(backend, stored)) {
      first.assign("w", Samples.vector(4, 5, 6));
      Trial.close(this, second.weight("w"), Grid.of(stored));
    }
  }

  @TestFactory
  default Stream<DynamicTest> trainedWeightsStoredInOtherTypes() {
    return Stream.of(DType.F16, DType.BF16, DType.F64)
        .map(dtype -> dynamicTest(dtype.name(), () -> checkTrained(dtype)));
  }

  /// A change that the stored type could not hold must stay.
  private void checkTrained(DType dtype) {
    Tensor stored = Samples.vector(1, 2, 3).cast(dtype);
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph distance = Training.compileDistance(backend, stored)) {
      assertThat(distance.weight("w").dtype()).isEqualTo(DType.F32);
      Tensor next = Samples.vector(Math.nextUp(1f), 2, 3);
      distance.assign("w", next);
      assertThat(distance.weight("w").toFloats()).isEqualTo(next.toFloats());
      Tensor gradient = Training.gradient(distance.run(Map.of("x", Samples.vector(0, 0, 5))), "w");
      Trial.close(this, gradient, Grid.of(Shape.of(3), 2, 4, -4));
    }
  }
}
