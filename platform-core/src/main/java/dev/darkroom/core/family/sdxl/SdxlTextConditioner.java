package dev.darkroom.core.family.sdxl;

import dev.darkroom.core.family.common.Checkpoint;
import dev.darkroom.core.family.common.ComponentFolder;
import dev.darkroom.core.family.common.EncodedText;
import dev.darkroom.core.family.common.GuidanceEmbedding;
import dev.darkroom.core.family.common.TextConditioning;
import dev.darkroom.core.family.common.TextEncoder;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.Conditioning;
import dev.darkroom.core.spi.Conditioning.Side;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.spi.Prompt;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Joins the states of both text encoders, as they are before the last layer, and tells the UNet the
/// second one's pooled text and the picture's size.
final class SdxlTextConditioner implements Conditioner {

  private final ModelSession session;
  private final List<TextEncoder> encoders;
  private final Optional<Integer> guidanceChannels;
  private final boolean zerosForEmpty;

  SdxlTextConditioner(ModelSession session, Checkpoint model) {
    this.session = session;
    this.encoders =
        List.of(
            TextEncoder.open(model, Component.TEXT_ENCODER, "tokenizer"),
            TextEncoder.open(model, Component.TEXT_ENCODER_2, "tokenizer_2"));
    this.guidanceChannels = GuidanceEmbedding.channels(model);
    this.zerosForEmpty =
        new ComponentFolder(model.index(), "")
            .config("model_index.json")
            .map(index -> index.flag("force_zeros_for_empty_prompt", true))
            .orElse(true);
  }

  @Override
  public Conditioning condition(GenerationRequest request, Cancellation cancellation) {
    Prompt prompt = request.prompt();
    boolean zeros = zerosForEmpty && prompt.negative().isBlank();
    List<List<long[]>> positives = windows("prompt", prompt.text());
    List<List<long[]>> negatives = windows("negative", prompt.negative());
    int windows =
        Stream.concat(positives.stream(), negatives.stream()).mapToInt(List::size).max().orElse(1);
    // layers are left out for the prompt alone, as the reference pipeline does
    TextEncoder.Call cut = new TextEncoder.Call(session, prompt.clipSkip(), windows, cancellation);
    TextEncoder.Call whole = new TextEncoder.Call(session, 1, windows, cancellation);
    JoinedText positive = encode(cut, positives);
    JoinedText negative = zeros ? positive.zeros() : encode(whole, negatives);
    Map<Side, Map<String, Tensor>> sides = new EnumMap<>(Side.class);
    sides.put(Side.NEGATIVE, inputs(negative, request));
    sides.put(Side.POSITIVE, inputs(positive, request));
    return new TextConditioning(sides, guidanceChannels.isEmpty());
  }

  /// A text as each encoder cuts it.
  private List<List<long[]>> windows(String field, String text) {
    return encoders.stream().map(encoder -> encoder.windows(field, text)).toList();
  }

  private JoinedText encode(TextEncoder.Call call, List<List<long[]>> text) {
    EncodedText first = encoders.get(0).encode(call, text.get(0));
    return JoinedText.of(first, encoders.get(1).encode(call, text.get(1)));
  }

  private Map<String, Tensor> inputs(JoinedText text, GenerationRequest request) {
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("encoder_hidden_states", text.states());
    inputs.put("text_embeds", text.pooled());
    inputs.put("time_ids", sizes(request.size()));
    guidanceChannels.ifPresent(channels ->
        inputs.put("timestep_cond", GuidanceEmbedding.of(request.guidance().scale(), channels)));
    return inputs;
  }

  /// The picture's own size, no crop, the size aimed at.
  private static Tensor sizes(Size size) {
    float height = size.height();
    float width = size.width();
    return Tensor.of(Shape.of(1, 6), height, width, 0, 0, height, width);
  }

  @Override
  public void close() {
    // Holds nothing of its own: the session owns the compiled encoders.
  }
}
