package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.spi.Conditioning.Side;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every conditioner owes: implement this in a test class, and name the provider and an open
/// model that it supports.
public interface ConditionerContract extends PluginContract<ConditionerProvider> {

  @Override
  default String kind() {
    return "conditioner";
  }

  /// A model that the conditioner supports.
  ModelSession session();

  @Test
  default void supportsTheModel() {
    assertThat(provider().supports(session().spec())).isTrue();
  }

  /// Each input of the denoiser gets a row for each row of the sample.
  @Test
  default void rowsFollowSidesAndPictures() {
    try (Conditioner conditioner = open()) {
      Conditioning conditioning = condition(conditioner);
      for (int pictures : new int[] {1, 3}) {
        for (List<Side> sides :
            List.of(List.of(Side.POSITIVE), List.of(Side.NEGATIVE, Side.POSITIVE))) {
          Map<String, Tensor> inputs = conditioning.inputs(step(sides, pictures));
          assertThat(inputs).isNotEmpty();
          inputs.forEach((name, tensor) ->
              assertThat(tensor.shape().size(0))
                  .as(name)
                  .isEqualTo((long) sides.size() * pictures));
        }
      }
    }
  }

  @Test
  default void picturesOfABatchAreConditionedAlike() {
    try (Conditioner conditioner = open()) {
      Conditioning conditioning = condition(conditioner);
      Map<String, Tensor> alone = conditioning.inputs(step(List.of(Side.POSITIVE), 1));
      Map<String, Tensor> batch = conditioning.inputs(step(List.of(Side.POSITIVE), 2));
      assertThat(batch).containsOnlyKeys(alone.keySet());
      alone.forEach((name, tensor) -> {
        assertThat(named(batch, name).rows(0, 1).toFloats()).as(name).isEqualTo(tensor.toFloats());
        assertThat(named(batch, name).rows(1, 2).toFloats()).as(name).isEqualTo(tensor.toFloats());
      });
    }
  }

  @Test
  default void sameRequestGivesTheSameBits() {
    try (Conditioner first = open();
        Conditioner second = open()) {
      Conditioning.Step step = step(List.of(Side.NEGATIVE, Side.POSITIVE), 1);
      Map<String, Tensor> expected = condition(first).inputs(step);
      condition(second)
          .inputs(step)
          .forEach((name, tensor) ->
              assertThat(tensor.toFloats()).as(name).isEqualTo(named(expected, name).toFloats()));
    }
  }

  @Test
  default void closesTwice() {
    Conditioner conditioner = open();
    conditioner.close();
    conditioner.close();
  }

  private static Tensor named(Map<String, Tensor> inputs, String name) {
    return Objects.requireNonNull(inputs.get(name), name);
  }

  private Conditioner open() {
    return provider().open(session());
  }

  private static Conditioning condition(Conditioner conditioner) {
    return conditioner.condition(PaintedGeneration.request(), Cancellation.none());
  }

  private Conditioning.Step step(List<Side> sides, int pictures) {
    DiffusionSettings settings = session().spec().diffusion().orElseThrow();
    Shape shape = Shape.of((long) sides.size() * pictures, settings.latents().channels(), 8, 8);
    return new Conditioning.Step(0, 999, sides, Tensor.allocate(DType.F32, shape));
  }
}
