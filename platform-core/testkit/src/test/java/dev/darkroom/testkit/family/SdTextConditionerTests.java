package dev.darkroom.testkit.family;

import static dev.darkroom.testkit.family.Tensors.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.spi.Conditioning.Side;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.Prompt;
import dev.darkroom.core.spi.Sampling;
import dev.darkroom.core.spi.Seeds;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.tokenizer.ClipTokenizer;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.testkit.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Prompts on their way into Stable Diffusion.
class SdTextConditionerTests {

  private static final String STATES = "encoder_hidden_states";

  private final WeightIndex model = ModelFiles.open(Fixtures.path("pipelines/tiny-sd"));
  private final ClipTokenizer tokenizer =
      ClipTokenizer.read(Fixtures.path("pipelines/tiny-sd/tokenizer"));

  static GenerationRequest request(Prompt prompt) {
    return new GenerationRequest(
        prompt, new Size(64, 96), Sampling.of("s", "s", 1), Guidance.of(7.5), Seeds.of(1));
  }

  static Conditioning.Step step(List<Side> sides, int pictures) {
    Tensor sample = Tensor.allocate(DType.F32, Shape.of((long) sides.size() * pictures, 4, 8, 8));
    return new Conditioning.Step(0, 999, sides, sample);
  }

  static String words(int count) {
    return "cat ".repeat(count).strip();
  }

  private static Map<String, Tensor> condition(ReferenceSession session, Prompt prompt) {
    try (Conditioner conditioner = session.conditioner()) {
      return conditioner
          .condition(request(prompt), Cancellation.none())
          .inputs(step(List.of(Side.NEGATIVE, Side.POSITIVE), 1));
    }
  }

  private Tensor ids(String text) {
    return Tensor.ofLongs(
        Shape.of(1, 77), Arrays.stream(tokenizer.encodePadded(text)).asLongStream().toArray());
  }

  private static Tensor tokens(Tensor states, int row, int from, int to) {
    long tokens = states.shape().size(1);
    Tensor flat = states.reshape(Shape.of(2 * tokens, states.shape().size(2)));
    Tensor part = flat.rows(row * tokens + from, row * tokens + to);
    return part.reshape(Shape.of(1, to - from, states.shape().size(2)));
  }

  @Test
  void eachSideIsTheEncodersLastState() {
    try (ReferenceSession session = ReferenceSession.of(model)) {
      Tensor states =
          named(condition(session, Prompt.of("a red apple").withNegative("blurry")), STATES);
      assertThat(states.shape()).isEqualTo(Shape.of(2, 77, 24));
      for (String text : List.of("blurry", "a red apple")) {
        Tensor direct =
            named(session.encode(Component.TEXT_ENCODER, ids(text)), "last_hidden_state");
        int row = text.equals("blurry") ? 0 : 1;
        Fixtures.assertClose(text, tokens(states, row, 0, 77), direct, 1e-5);
      }
    }
  }

  @Test
  void clipSkipTakesAnEarlierLayerThroughTheFinalNormalisation() {
    try (ReferenceSession session = ReferenceSession.of(model)) {
      Tensor plain = named(condition(session, Prompt.of("a red apple")), STATES);
      Tensor skipped = named(condition(session, Prompt.of("a red apple").withClipSkip(2)), STATES);
      assertThat(skipped.toFloats()).isNotEqualTo(plain.toFloats());
      float[] first = Arrays.copyOf(tokens(skipped, 1, 0, 1).toFloats(), 24);
      Tensor raw =
          named(
              session.encode(Component.TEXT_ENCODER, ids("a red apple")),
              "penultimate_hidden_state");
      float[] unnormalised = Arrays.copyOf(raw.toFloats(), 24);
      assertThat(first).isNotEqualTo(unnormalised);
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> condition(session, Prompt.of("apple").withClipSkip(5)))
          .satisfies(refused -> assertThat(refused.field()).isEqualTo("clip-skip"))
          .withMessageContaining("3 layers");
    }
  }

  @Test
  void longPromptsAreEncodedInWindows() {
    try (ReferenceSession session = ReferenceSession.of(model)) {
      Tensor states =
          named(condition(session, Prompt.of(words(76)).withNegative("blurry")), STATES);
      assertThat(states.shape()).isEqualTo(Shape.of(2, 154, 24));
      Map<String, Integer> rests = Map.of("cat", 1, "", 0);
      rests.forEach((text, row) -> {
        Tensor direct =
            named(session.encode(Component.TEXT_ENCODER, ids(text)), "last_hidden_state");
        Fixtures.assertClose(text, tokens(states, row, 77, 154), direct, 1e-5);
      });
      Tensor full =
          named(session.encode(Component.TEXT_ENCODER, ids(words(75))), "last_hidden_state");
      Fixtures.assertClose("first window", tokens(states, 1, 0, 77), full, 1e-5);
    }
  }

  @Test
  void textsHaveALimit() {
    try (ReferenceSession session = ReferenceSession.of(model)) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> condition(session, Prompt.of(words(1201))))
          .withMessage("prompt: 1,201 tokens; the limit is 1,200. Shorten the text.");
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> condition(session, Prompt.of("cat").withNegative(words(10_000))))
          .satisfies(refused -> assertThat(refused.field()).isEqualTo("negative"));
    }
  }

  @Test
  void rowsFollowTheSidesAndPictures() {
    try (ReferenceSession session = ReferenceSession.of(model);
        Conditioner conditioner = session.conditioner()) {
      Conditioning conditioning =
          conditioner.condition(request(Prompt.of("apple")), Cancellation.none());
      assertThat(conditioning.guided()).isTrue();
      Tensor one = named(conditioning.inputs(step(List.of(Side.POSITIVE), 1)), STATES);
      Tensor four =
          named(conditioning.inputs(step(List.of(Side.POSITIVE, Side.NEGATIVE), 2)), STATES);
      assertThat(four.shape()).isEqualTo(Shape.of(4, 77, 24));
      assertThat(four.rows(0, 1).toFloats()).isEqualTo(one.toFloats());
      assertThat(four.rows(1, 2).toFloats()).isEqualTo(one.toFloats());
      assertThat(four.rows(2, 3).toFloats()).isNotEqualTo(one.toFloats());
    }
  }

  @Test
  void consistencyModelsAreToldTheGuidanceScale() {
    String path = "unet/config.json";
    String config = model.text(path).orElseThrow();
    FakeIndex consistency =
        FakeIndex.of(model, path, "vae/config.json", "text_encoder/config.json")
            .withText(
                path, config.replace("\"time_cond_proj_dim\": null", "\"time_cond_proj_dim\": 6"))
            .with("unet/time_embedding.cond_proj.weight", 16, 6);
    try (ReferenceSession session = ReferenceSession.of(consistency);
        Conditioner conditioner = session.conditioner()) {
      Conditioning conditioning =
          conditioner.condition(request(Prompt.of("apple")), Cancellation.none());
      assertThat(conditioning.guided()).isFalse();
      float[] told =
          named(conditioning.inputs(step(List.of(Side.POSITIVE), 1)), "timestep_cond").toFloats();
      double[] angles = {6500, 65, 0.65};
      for (int i = 0; i < 3; i++) {
        assertThat((double) told[i]).isCloseTo(Math.sin(angles[i]), within(1e-5));
        assertThat((double) told[3 + i]).isCloseTo(Math.cos(angles[i]), within(1e-5));
      }
    }
  }
}
