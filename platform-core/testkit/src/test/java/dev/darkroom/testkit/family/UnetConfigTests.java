package dev.darkroom.testkit.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// UNets by their published configuration files, with files missing, and with wrong ones.
class UnetConfigTests {

  private static String config(String model) throws IOException {
    String name = "unet-" + model + ".json";
    try (InputStream stream =
        Objects.requireNonNull(UnetConfigTests.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Graph graph(ModelSpec spec) {
    return Families.of(spec).graph(spec, Component.UNET, GraphOptions.plain());
  }

  private static FakeIndex shapes(String model) {
    return FakeIndex.empty().with("", graph(Families.published(model)));
  }

  private static FakeIndex changed(String from, String to) throws IOException {
    String config = config("sd15");
    assertThat(config).contains(from);
    return shapes("sd15").withText("config.json", config.replace(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd15", "sd21", "sdxl"})
  void publishedFilesDescribeThePublishedNetworks(String model) throws IOException {
    ModelSpec spec = Families.recognised(shapes(model).withText("config.json", config(model)));
    assertThat(graph(spec)).hasToString(graph(Families.published(model)).toString());
    assertThat(spec.diffusion()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sd15", "sd21", "sdxl"})
  void publishedNetworksAreKnownByTheirShapes(String model) {
    ModelSpec spec = Families.recognised(shapes(model));
    assertThat(graph(spec)).hasToString(graph(Families.published(model)).toString());
  }

  @Test
  void inpaintingAndConsistencyAreKnownByTheirShapes() {
    ModelSpec spec =
        Families.recognised(
            shapes("sd15")
                .with("conv_in.weight", 320, 9, 3, 3)
                .with("time_embedding.cond_proj.weight", 320, 256));
    assertThat(spec.title()).contains("1.x", "inpainting", "latent consistency");
    assertThat(graph(spec).inputs()).containsKey("timestep_cond");
    assertThat(graph(spec).inputs().get("sample")).hasToString("F32 [batch, 9, height, width]");
  }

  /// As distilled models have it.
  @Test
  void aNetworkMayLackItsMiddle() throws IOException {
    FakeIndex index = changed("\"in_channels\": 4", "\"in_channels\": 4, \"mid_block_type\": null");
    for (String name : index.weights().keySet()) {
      index = name.startsWith("mid_block.") ? index.without(name) : index;
    }
    ModelSpec spec = Families.recognised(index);
    assertThat(graph(spec).toString()).doesNotContain("mid_block");
  }

  @Test
  void depthsMayDifferFromBlockToBlock() throws IOException {
    FakeIndex index =
        changed(
            "\"in_channels\": 4",
            """
            "in_channels": 4, "transformer_layers_per_block": [[1, 2], 1, 1, 1],
            "reverse_transformer_layers_per_block": [1, 1, 1, [2, 1, 1]]
            """);
    for (String name : shapes("sd15").weights().keySet()) {
      if (name.startsWith("down_blocks.0.attentions.1.transformer_blocks.0.")
          || name.startsWith("up_blocks.3.attentions.0.transformer_blocks.0.")) {
        String second = name.replace(".transformer_blocks.0.", ".transformer_blocks.1.");
        index = index.with(second, index.weight(name).shape().sizes());
      }
    }
    long block = graph(Families.recognised(index)).parameters() - 859_520_964L;
    assertThat(block)
        .isEqualTo(2 * parametersOf("down_blocks.0.attentions.1.transformer_blocks.0."));
  }

  private static long parametersOf(String prefix) {
    return shapes("sd15").weights().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .mapToLong(entry -> entry.getValue().shape().elements())
        .sum();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"attention_head_dim\": 8 | \"attention_head_dim\": 7 | attention_head_dim",
        "\"attention_head_dim\": 8 | \"attention_head_dim\": [8, 8] | attention_head_dim",
        "\"attention_head_dim\": 8 | \"attention_head_dim\": \"8\" | attention_head_dim",
        "\"attention_head_dim\": 8 | \"heads\": 8 | attention_head_dim is missing",
        "\"layers_per_block\": 2 | \"layers_per_block\": 100000 | layers_per_block",
        "\"layers_per_block\": 2 | \"layers_per_block\": -2 | layers_per_block",
        "\"layers_per_block\": 2 | \"layers_per_block\": 1e99 | layers_per_block",
        "\"norm_num_groups\": 32 | \"norm_num_groups\": 33 | 33 groups",
        "\"norm_eps\": 1e-05 | \"norm_eps\": NaN | norm_eps",
        "\"freq_shift\": 0 | \"freq_shift\": \"none\" | freq_shift",
        "[320, 640, 1280, 1280] | [321, 640, 1280, 1280] | divide 321 channels",
        "[320, 640, 1280, 1280] | [] | block_out_channels",
        "[320, 640, 1280, 1280] | [320, 640, 1280] | down_block_types",
        "\"DownBlock2D\" | \"AttnDownBlock2D\" | AttnDownBlock2D",
        "\"act_fn\": \"silu\" | \"act_fn\": \"mish\" | act_fn is mish",
        "\"in_channels\": 4 | \"in_channels\": 4, \"class_embed_type\": \"timestep\" | class_embed",
        "\"in_channels\": 4 | \"in_channels\": 5 | conv_in.weight",
        "\"cross_attention_dim\": 768 | \"cross_attention_dim\": 769 | attn2.to_k.weight",
        "\"cross_attention_dim\": 768 | \"cross_attention_dim\": 768, \"x\": | is no valid JSON",
      })
  void wrongFilesAreRefusedByFileAndField(String from, String to, String named) throws IOException {
    FakeIndex index = changed(from, to);
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> Families.answers(index))
        .withMessageContaining("config.json")
        .withMessageContaining(named);
  }

  @Test
  void missingTensorsAreNamed() {
    FakeIndex index = shapes("sd15").without("mid_block.resnets.1.conv2.bias");
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> Families.answers(index))
        .withMessageContaining("mid_block.resnets.1.conv2.bias");
  }

  @Test
  void networksOfUnknownSizesNeedTheirFile() {
    String name = ".attn2.to_k.weight";
    FakeIndex index = shapes("sd15");
    for (String tensor : shapes("sd15").weights().keySet()) {
      index = tensor.endsWith(name) ? index.with(tensor, 320, 333) : index;
    }
    FakeIndex unknown = index;
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> Families.answers(unknown))
        .withMessageContaining("config.json: is missing");
  }

  @Test
  void otherNetworksAreOfNoFamily() {
    assertThat(Families.answers(FakeIndex.empty())).isEmpty();
    assertThat(Families.answers(shapes("sd15").without("conv_out.weight"))).isEmpty();
  }
}
