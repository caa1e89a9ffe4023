package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.DeviceMemoryException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelDefaults;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.core.weights.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A component that does not fit on its device is computed on the processor.
class SmallDeviceTests {

  @TempDir Path cache;

  private final FakeEngine fake = new FakeEngine();
  private final List<String> notices = new ArrayList<>();

  @Test
  void theProcessorTakesOverAndOneLineSaysSo() {
    try (OpenEngines engines = engines("card");
        Model model = model(engines)) {
      Map<String, Tensor> inputs = Map.of("x", Tensor.of(Shape.of(1), 2));
      model.run(Component.UNET, inputs, Cancellation.none());
      model.run(Component.UNET, inputs, Cancellation.none());
      assertThat(fake.opened).containsExactly("card", "cpu");
      assertThat(notices).singleElement().asString().contains("unet", "card", "full");
      assertThat(engines.engine(model.spec(), Component.UNET).reference().device())
          .isEqualTo("cpu");
    }
  }

  @Test
  void aProcessorWithoutMemoryIsAnError() {
    fake.processorIsFull = true;
    try (OpenEngines engines = engines("card");
        Model model = model(engines)) {
      assertThatThrownBy(() -> model.run(Component.UNET, Map.of(), Cancellation.none()))
          .isInstanceOf(DeviceMemoryException.class)
          .hasMessageContaining("cpu is full");
    }
  }

  private OpenEngines engines(String device) {
    DarkroomOptions options =
        DarkroomOptions.defaults().withCache(cache).withNotices(notices::add).withDevice(device);
    return new OpenEngines(fake, options);
  }

  private Model model(OpenEngines engines) {
    fake.family = Optional.of(new Family());
    return new Model(fake, engines, new Spec(), ModelDefaults.common());
  }

  /// A model of one component.
  private record Spec() implements ModelSpec {
    @Override
    public String family() {
      return "family.fake";
    }

    @Override
    public String title() {
      return "a test";
    }

    @Override
    public WeightIndex index() {
      return new Index();
    }

    @Override
    public Set<Component> components() {
      return Set.of(Component.UNET);
    }

    @Override
    public Optional<DiffusionSettings> diffusion() {
      return Optional.empty();
    }
  }

  private record Index() implements WeightIndex {
    @Override
    public Path location() {
      return Path.of("fake");
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

  private record Family() implements ModelFamily {
    @Override
    public String id() {
      return "family.fake";
    }

    @Override
    public Optional<ModelSpec> recognise(WeightIndex index) {
      return Optional.empty();
    }

    @Override
    public Graph graph(ModelSpec spec, Component component, GraphOptions options) {
      GraphBuilder g = new GraphBuilder();
      g.output("y", g.input("x", DType.F32, Dim.of(1)));
      return g.build();
    }

    @Override
    public Weights weights(ModelSpec spec, Component component) {
      return Weights.none();
    }
  }
}
