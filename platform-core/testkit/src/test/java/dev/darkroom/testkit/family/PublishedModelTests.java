package dev.darkroom.testkit.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers of parameters are those of the published checkpoints.
class PublishedModelTests {

  @ParameterizedTest
  @CsvSource({
    "sd15, unet, 859520964",
    "sd15, text_encoder, 123060480",
    "sd15, vae.decoder, 49490199",
    "sd15, vae.encoder, 34163664",
    "sd21, unet, 865910724",
    "sd21, text_encoder, 340387840",
    "sdxl, unet, 2567463684",
    "sdxl, text_encoder, 123060480",
    "sdxl, text_encoder_2, 694659840",
  })
  void graphsHaveAsManyParametersAsThePublishedModels(
      String model, String component, long parameters) {
    ModelSpec spec = Families.published(model);
    assertThat(
            Families.of(spec)
                .graph(spec, new Component(component), GraphOptions.plain())
                .parameters())
        .isEqualTo(parameters);
  }

  @Test
  void publishedModelsHaveNoWeights() {
    ModelSpec spec = Families.published("sd15");
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> Families.of(spec).weights(spec, Component.UNET).get("conv_in.weight"))
        .withMessageContaining("conv_in.weight");
  }

  @Test
  void unknownNamesMeanNoModel() {
    for (ModelFamily family : Families.all()) {
      assertThat(family.published("sd9")).isEmpty();
    }
  }

  @Test
  void componentsThatAModelHasNotAreRefusedByName() {
    ModelSpec spec = Families.published("sd15");
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(
            () -> Families.of(spec).graph(spec, Component.TEXT_ENCODER_2, GraphOptions.plain()))
        .withMessageContaining("text_encoder_2");
  }
}
