package dev.darkroom.testkit.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.LatentFormat;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.testkit.Fixtures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What checkpoints are taken for: by names and shapes, in every spelling.
class RecognitionTests {

  private static WeightIndex open(String path) {
    return ModelFiles.open(Fixtures.path(path));
  }

  private static FakeIndex tinySd() {
    return FakeIndex.of(
        open("pipelines/tiny-sd"),
        "unet/config.json",
        "vae/config.json",
        "text_encoder/config.json",
        "scheduler/scheduler_config.json");
  }

  @Test
  void oneFamilyAnswersForEachNetworkAtMost() {
    for (Path folder : Fixtures.cases("components", "")) {
      if (folder.resolve("model").toFile().isDirectory()) {
        assertThat(Families.answers(ModelFiles.open(folder.resolve("model"))).size())
            .as(folder.toString())
            .isLessThan(2);
      }
    }
  }

  @Test
  void aWholeModelSaysHowItMakesPictures() {
    ModelSpec spec = Families.recognised(open("pipelines/tiny-sd"));
    assertThat(spec.family()).isEqualTo("family.sd");
    assertThat(spec.components())
        .containsExactlyInAnyOrder(
            Component.TEXT_ENCODER, Component.UNET, Component.VAE_DECODER, Component.VAE_ENCODER);
    DiffusionSettings settings = spec.diffusion().orElseThrow();
    assertThat(settings.denoiser()).isEqualTo(Component.UNET);
    assertThat(settings.latents()).isEqualTo(new LatentFormat(4, 8, 0.18215, 0));
    assertThat(settings.size()).isEqualTo(new Size(64, 64));
  }

  @Test
  void theLargerModelHasTwoTextEncoders() {
    ModelSpec spec = Families.recognised(open("pipelines/tiny-sdxl"));
    assertThat(spec.family()).isEqualTo("family.sdxl");
    assertThat(spec.components()).contains(Component.TEXT_ENCODER, Component.TEXT_ENCODER_2);
    assertThat(spec.diffusion().orElseThrow().latents().scale()).isEqualTo(0.13025);
  }

  @Test
  void modelsWithoutConfigurationOfTheSchedulerTakeThePublishedOne() {
    ModelSpec spec =
        Families.recognised(
            FakeIndex.of(
                open("pipelines/tiny-sd"),
                "unet/config.json",
                "vae/config.json",
                "text_encoder/config.json"));
    assertThat(spec.diffusion().orElseThrow().noise()).isEqualTo(NoiseSettings.stableDiffusion());
  }

  @Test
  void anAutoencoderMayHaveItsFirstNames() {
    WeightIndex real = open("components/vae-kl/model");
    FakeIndex old =
        FakeIndex.of(real, "config.json")
            .renamed(name ->
                name.replace(".to_q.", ".query.")
                    .replace(".to_k.", ".key.")
                    .replace(".to_v.", ".value.")
                    .replace(".to_out.0.", ".proj_attn."));
    assertThat(old.weights().keySet()).anyMatch(name -> name.contains(".proj_attn."));
    ModelSpec spec = Families.recognised(old);
    String name = "decoder.mid_block.attentions.0.to_q.weight";
    Weight weight = Families.of(spec).weights(spec, Component.VAE_DECODER).get(name);
    assertThat(weight.read().toFloats()).isEqualTo(real.weight(name).read().toFloats());
  }

  @Test
  void halfAnAutoencoderHasOneComponent() {
    WeightIndex real = open("components/vae-kl/model");
    FakeIndex half = FakeIndex.of(real, "config.json");
    for (String name : real.weights().keySet()) {
      half = name.startsWith("encoder.") || name.startsWith("quant") ? half.without(name) : half;
    }
    assertThat(Families.recognised(half).components()).containsExactly(Component.VAE_DECODER);
  }

  @Test
  void textEncodersAreKnownWithoutTheirFile() {
    FakeIndex index =
        FakeIndex.empty()
            .with(
                "",
                Families.of(Families.published("sdxl"))
                    .graph(
                        Families.published("sdxl"),
                        Component.TEXT_ENCODER_2,
                        GraphOptions.plain()));
    ModelSpec spec = Families.recognised(index);
    assertThat(spec.components()).containsExactly(Component.TEXT_ENCODER_2);
    FakeIndex shorter =
        index.renamed(name -> name.startsWith("text_model.") ? name.substring(11) : name);
    assertThat(Families.recognised(shorter).components()).isEqualTo(spec.components());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text_encoder | \"num_attention_heads\": 4 | \"num_attention_heads\": 5 | heads",
        "text_encoder | \"hidden_act\": \"quick_gelu\" | \"hidden_act\": \"tanh\" | hidden_act",
        "text_encoder | \"intermediate_size\": 48 | \"intermediate_size\": 49 | fc1",
        "text_encoder | \"vocab_size\": 49408 | \"vocabulary\": 49408 | vocab_size is missing",
        "vae | \"latent_channels\": 4 | \"latent_channels\": 16 | post_quant_conv",
        "vae | \"DownEncoderBlock2D\" | \"AttnDownEncoderBlock2D\" | down_block_types",
        "vae | \"layers_per_block\": 1 | \"layers_per_block\": 0 | layers_per_block",
        "vae | \"scaling_factor\": 0.18215 | \"scaling_factor\": [] | scaling_factor",
      })
  void wrongFilesAreRefusedByFileAndField(String folder, String from, String to, String named) {
    String path = folder + "/config.json";
    String config = tinySd().text(path).orElseThrow();
    assertThat(config).contains(from);
    FakeIndex index = tinySd().withText(path, config.replace(from, to));
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> Families.answers(index))
        .withMessageContaining("config.json")
        .withMessageContaining(named);
  }

  @Test
  void textEncodersMustFitTheDenoiser() {
    WeightIndex other = open("components/clip-text-sd1/model");
    FakeIndex index =
        tinySd().withText("text_encoder/config.json", other.text("config.json").orElseThrow());
    for (Weight weight : other.weights().values()) {
      index = index.with("text_encoder/" + weight.name(), weight.shape().sizes());
    }
    FakeIndex mixed = index;
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> Families.answers(mixed))
        .withMessageContaining("cross_attention_dim");
  }
}
