package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.spi.PerComponent;
import dev.darkroom.core.weights.WeightIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenEnginesTests {

  @TempDir Path cache;

  private final FakeEngine fake = new FakeEngine();
  private final List<String> notices = new ArrayList<>();

  /// One that is only asked what it is.
  private record Spec(String family, String title) implements ModelSpec {
    @Override
    public WeightIndex index() {
      throw new AssertionError("placing a component must not read weights");
    }

    @Override
    public Set<Component> components() {
      return Set.of(Component.UNET, Component.VAE_DECODER);
    }

    @Override
    public Optional<DiffusionSettings> diffusion() {
      return Optional.empty();
    }
  }

  private static final ModelSpec SPEC = new Spec("family.none", "a test");

  @Test
  void opensOneBackendForEachDeviceInUse() {
    OpenEngines engines = engines("vae=card,cpu");
    Model.Engine unet = engines.engine(SPEC, Component.UNET);
    assertThat(fake.opened).containsExactly("cpu");
    Model.Engine decoder = engines.engine(SPEC, Component.VAE_DECODER);
    assertThat(engines.engine(SPEC, Component.TEXT_ENCODER).backend()).isSameAs(unet.backend());
    assertThat(engines.engine(SPEC, Component.VAE_ENCODER).backend()).isSameAs(decoder.backend());
    assertThat(fake.opened).containsExactly("cpu", "card");
    assertThat(decoder.reference().device()).isEqualTo("card");
    engines.close();
    engines.close();
    assertThat(fake.closed).containsExactlyInAnyOrder("cpu", "card");
  }

  @Test
  void saysOnceThatADeviceCannotBeUsed() {
    OpenEngines engines = engines("cuda");
    assertThat(engines.engine(SPEC, Component.UNET).reference().device()).isEqualTo("cpu");
    assertThat(engines.engine(SPEC, Component.VAE_DECODER).reference().device()).isEqualTo("cpu");
    assertThat(notices).singleElement().asString().contains("cuda", "no driver", "processor");
  }

  @Test
  void movesAComponentThatDoesNotFitAndSaysSo() {
    OpenEngines engines = engines("card");
    assertThat(engines.engine(SPEC, Component.UNET).reference().device()).isEqualTo("card");
    Model.Engine moved = engines.withoutDevice(SPEC, Component.UNET, "card is full");
    assertThat(moved.reference().device()).isEqualTo("cpu");
    assertThat(engines.engine(SPEC, Component.UNET)).isEqualTo(moved);
    assertThat(engines.engine(SPEC, Component.VAE_DECODER).reference().device()).isEqualTo("card");
    assertThat(notices).singleElement().asString().contains("unet", "card", "full", "processor");
  }

  @Test
  void saysOnceThatTheMeasuredSpeedsAreDamaged() throws IOException {
    Files.writeString(cache.resolve("speeds.json"), "{");
    OpenEngines engines = engines("auto");
    engines.engine(SPEC, Component.UNET);
    engines.engine(SPEC, Component.VAE_DECODER);
    assertThat(notices).singleElement().asString().contains("speeds.json");
  }

  private OpenEngines engines(String device) {
    DarkroomOptions options =
        DarkroomOptions.defaults()
            .withCache(cache)
            .withNotices(notices::add)
            .withDevice(PerComponent.parse("device", device, "auto", id -> id));
    return new OpenEngines(fake, options);
  }
}
