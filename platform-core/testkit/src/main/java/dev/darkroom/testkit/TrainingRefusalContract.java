package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.spi.TrainingBackend;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What is no loss, no trainable weight and no value for one.
public interface TrainingRefusalContract extends BackendSubject {

  @Test
  default void aLossMustBeOneNumber() {
    GraphBuilder g = new GraphBuilder();
    g.output("loss", g.weight("w", 3, 1));
    refuses("loss", "[3, 1]", g.build(), "w");
  }

  @Test
  default void aLossMustBeFloating() {
    GraphBuilder g = new GraphBuilder();
    Value w = g.weight("w", 3);
    g.output("loss", g.cast(g.reduce(Reduce.Kind.SUM, w, 0), DType.I64));
    refuses("loss", "I64", g.build(), "w");
  }

  @Test
  default void aLossIsTheOnlyOutput() {
    GraphBuilder g = new GraphBuilder();
    Value sum = g.reduce(Reduce.Kind.SUM, g.weight("w", 3), 0);
    g.output("loss", sum);
    g.output("twice", g.mul(sum, 2));
    refuses("loss", "twice", g.build(), "w");
    refuses("loss", "nothing else", new GraphBuilder().build());
  }

  @Test
  default void onlyWeightsOfTheLossAreTrained() {
    GraphBuilder g = new GraphBuilder();
    Value whole = g.weight("whole", Type.of(DType.I64, Shape.of(3)));
    Value scaled = g.mul(g.weight("w", 3), g.cast(whole, DType.F32));
    g.mul(g.weight("idle", 3), 2);
    g.output("loss", g.reduce(Reduce.Kind.SUM, scaled, 0));
    refuses("trainable", "other", g.build(), "w", "other");
    refuses("trainable", "whole", g.build(), "whole");
    refuses("trainable", "idle", g.build(), "idle");
  }

  private void refuses(String field, String detail, Graph loss, String... trainable) {
    try (TrainingBackend backend = Training.open(this)) {
      refuses(field, detail, () -> Training.compile(backend, loss, trainable));
    }
  }

  private static void refuses(String field, String detail, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidRequestException.class, refusal -> assertThat(refusal.field()).isEqualTo(field))
        .hasMessageContaining(detail);
  }

  @Test
  default void aPrecisionThatTheDeviceCannotTrainInIsRefused() {
    CompileOptions integers = CompileOptions.of("contract").with(DType.I8);
    try (TrainingBackend backend = Training.open(this)) {
      refuses(
          "precision",
          "I8",
          () ->
              backend.compileForTraining(
                  Training.distance(), MemoryWeights.NONE, Set.of("w"), integers));
    }
  }

  @Test
  default void aMissingTrainedWeightIsAnError() {
    CompileOptions options = CompileOptions.of("contract");
    try (TrainingBackend backend = Training.open(this)) {
      assertThatThrownBy(() ->
              backend.compileForTraining(
                  Training.distance(), MemoryWeights.NONE, Set.of("w"), options))
          .isInstanceOf(ModelFormatException.class)
          .hasMessageContaining("w");
      assertThatThrownBy(() -> Training.compileDistance(backend, Samples.vector(1, 2)))
          .isInstanceOf(ModelFormatException.class)
          .hasMessageContaining("[2]");
    }
  }

  @Test
  default void wrongInputsAndValuesAreRefused() {
    try (TrainingBackend backend = Training.open(this);
        TrainableGraph distance = Training.compileDistance(backend, Samples.vector(1, 2, 3))) {
      refuses("x", "needs", () -> distance.run(Map.of()));
      refuses("x", "[2]", () -> distance.run(Map.of("x", Samples.vector(1, 2))));
      refuses("v", "w", () -> distance.weight("v"));
      refuses("v", "w", () -> distance.assign("v", Samples.vector(1, 2, 3)));
      refuses("w", "[2]", () -> distance.assign("w", Samples.vector(1, 2)));
      refuses("w", "I64", () -> distance.assign("w", Samples.longs(1, 2, 3)));
      Tensor kept = distance.weight("w");
      Trial.close(this, kept, Grid.of(Shape.of(3), 1, 2, 3));
    }
  }
}
