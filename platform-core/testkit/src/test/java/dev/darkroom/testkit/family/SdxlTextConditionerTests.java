package dev.darkroom.testkit.family;

import static dev.darkroom.testkit.family.Tensors.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.Conditioning.Side;
import dev.darkroom.core.spi.Prompt;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.tokenizer.ClipTokenizer;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.testkit.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Prompts and sizes on their way into Stable Diffusion XL.
class SdxlTextConditionerTests {

  private final WeightIndex model = ModelFiles.open(Fixtures.path("pipelines/tiny-sdxl"));

  private static Map<String, Tensor> condition(ReferenceSession session, Side side, Prompt prompt) {
    try (Conditioner conditioner = session.conditioner()) {
      return conditioner
          .condition(SdTextConditionerTests.request(prompt), Cancellation.none())
          .inputs(SdTextConditionerTests.step(List.of(side), 1));
    }
  }

  private static Tensor ids(String tokenizer, String text) {
    int[] ids =
        ClipTokenizer.read(Fixtures.path("pipelines/tiny-sdxl/" + tokenizer)).encodePadded(text);
    return Tensor.ofLongs(Shape.of(1, 77), Arrays.stream(ids).asLongStream().toArray());
  }

  @Test
  void bothEncodersAreJoinedBeforeTheirLastLayers() {
    try (ReferenceSession session = ReferenceSession.of(model)) {
      Map<String, Tensor> inputs = condition(session, Side.POSITIVE, Prompt.of("a red apple"));
      Map<String, Tensor> first =
          session.encode(Component.TEXT_ENCODER, ids("tokenizer", "a red apple"));
      Map<String, Tensor> second =
          session.encode(Component.TEXT_ENCODER_2, ids("tokenizer_2", "a red apple"));
      Tensor joined = named(inputs, "encoder_hidden_states");
      assertThat(joined.shape()).isEqualTo(Shape.of(1, 77, 40));
      Fixtures.assertClose(
          "first", channels(joined, 0, 16), named(first, "penultimate_hidden_state"), 1e-5);
      Fixtures.assertClose(
          "second", channels(joined, 16, 40), named(second, "penultimate_hidden_state"), 1e-5);
      Fixtures.assertClose(
          "pooled", named(inputs, "text_embeds"), named(second, "text_embeds"), 1e-5);
      assertThat(named(inputs, "time_ids").toFloats()).containsExactly(96, 64, 0, 0, 96, 64);
    }
  }

  private static Tensor channels(Tensor states, int from, int to) {
    int all = (int) states.shape().size(2);
    float[] values = states.toFloats();
    float[] part = new float[values.length / all * (to - from)];
    IntStream.range(0, part.length)
        .forEach(i -> part[i] = values[i / (to - from) * all + from + i % (to - from)]);
    return Tensor.of(states.shape().with(2, to - from), part);
  }

  @Test
  void anEmptyNegativePromptIsZeros() {
    try (ReferenceSession session = ReferenceSession.of(model)) {
      Map<String, Tensor> inputs = condition(session, Side.NEGATIVE, Prompt.of("a red apple"));
      assertThat(named(inputs, "encoder_hidden_states").toFloats()).containsOnly(0);
      assertThat(named(inputs, "text_embeds").toFloats()).containsOnly(0);
      assertThat(named(inputs, "time_ids").toFloats()).containsExactly(96, 64, 0, 0, 96, 64);
    }
  }

  @Test
  void anEmptyNegativePromptIsEncodedWhereTheModelSaysSo() {
    FakeIndex changed =
        FakeIndex.of(
                model,
                "unet/config.json",
                "vae/config.json",
                "text_encoder/config.json",
                "text_encoder_2/config.json")
            .withText("model_index.json", "{\"force_zeros_for_empty_prompt\": false}");
    try (ReferenceSession session = ReferenceSession.of(changed)) {
      Tensor pooled =
          named(condition(session, Side.NEGATIVE, Prompt.of("a red apple")), "text_embeds");
      Tensor direct =
          named(session.encode(Component.TEXT_ENCODER_2, ids("tokenizer_2", "")), "text_embeds");
      Fixtures.assertClose("pooled", pooled, direct, 1e-5);
    }
  }

  @Test
  void windowsAreAsManyForBothEncoders() {
    String text = "!".repeat(150);
    try (ReferenceSession session = ReferenceSession.of(model)) {
      Tensor positive =
          named(
              condition(session, Side.POSITIVE, Prompt.of(text).withNegative("blurry")),
              "encoder_hidden_states");
      Tensor negative =
          named(
              condition(session, Side.NEGATIVE, Prompt.of(text).withNegative("blurry")),
              "encoder_hidden_states");
      assertThat(positive.shape()).isEqualTo(Shape.of(1, 154, 40));
      assertThat(negative.shape()).isEqualTo(positive.shape());
    }
  }
}
