package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.core.weights.Weights;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every model family owes: implement this in a test class, and name the family and a small model
/// of it. That its networks compute what the published ones compute is for tests of its own.
public interface ModelFamilyContract extends PluginContract<ModelFamily> {

  @Override
  default String kind() {
    return "family";
  }

  /// A small model of this family.
  WeightIndex example();

  @Test
  default void recognisesItsOwn() {
    ModelSpec spec = spec();
    assertThat(spec.family()).isEqualTo(provider().id());
    assertThat(spec.title()).isNotBlank();
    assertThat(spec.components()).isNotEmpty();
    assertThat(spec().components()).isEqualTo(spec.components());
    assertThat(spec().title()).isEqualTo(spec.title());
  }

  @Test
  default void leavesToOthersWhatIsNotItsOwn() {
    assertThat(provider().recognise(new NoModel())).isEmpty();
    assertThat(provider().published("no-such-model")).isEmpty();
  }

  @TestFactory
  default Stream<DynamicTest> findsTheWeightsOfEachComponent() {
    ModelSpec spec = spec();
    return spec.components().stream()
        .map(component ->
            DynamicTest.dynamicTest(component.id(), () -> checkWeights(spec, component)));
  }

  private void checkWeights(ModelSpec spec, Component component) {
    Graph graph = provider().graph(spec, component, GraphOptions.plain());
    Weights weights = provider().weights(spec, component);
    assertThat(graph.outputs()).isNotEmpty();
    for (Source.Weight wanted : graph.weights()) {
      long[] sizes =
          LongStream.range(0, wanted.type().rank())
              .map(axis -> wanted.type().size((int) axis))
              .toArray();
      assertThat(weights.get(wanted.key()).shape()).as(wanted.key()).isEqualTo(Shape.of(sizes));
    }
  }

  @Test
  default void refusesAComponentThatTheModelHasNot() {
    Component none = new Component("no_such_component");
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> provider().graph(spec(), none, GraphOptions.plain()))
        .withMessageContaining(none.id());
  }

  @Test
  default void aWholeModelCanBeDrawnWith() {
    ModelSpec spec = spec();
    if (spec.diffusion().isEmpty()) {
      return; // one component of a model
    }
    DiffusionSettings settings = spec.diffusion().get();
    Graph denoiser = provider().graph(spec, settings.denoiser(), GraphOptions.plain());
    assertThat(denoiser.inputs()).containsKeys("sample", "timestep");
    assertThat(denoiser.outputs()).containsKey("sample");
    Graph decoder = provider().graph(spec, Component.VAE_DECODER, GraphOptions.plain());
    assertThat(decoder.inputs()).containsOnlyKeys("latents");
    assertThat(decoder.outputs()).containsKey("image");
    assertThat(settings.size().width() % settings.latents().downscale()).isZero();
  }

  private ModelSpec spec() {
    return provider()
        .recognise(example())
        .orElseThrow(
            () -> new AssertionError(provider().id() + " does not know " + example().location()));
  }

  /// A checkpoint without tensors and texts.
  record NoModel() implements WeightIndex {

    @Override
    public Path location() {
      return Path.of("no-model");
    }

    @Override
    public Map<String, Weight> weights() {
      return Map.of();
    }

    @Override
    public Optional<String> text(String path) {
      return Optional.empty();
    }
  }
}
