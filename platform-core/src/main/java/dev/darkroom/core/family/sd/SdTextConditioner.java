package dev.darkroom.core.family.sd;

import dev.darkroom.core.family.common.Checkpoint;
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
import dev.darkroom.core.tensor.Tensor;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Encodes the prompts with the model's text encoder; a chosen layer passes the encoder's final
/// normalisation. Tells latent consistency models the guidance scale.
final class SdTextConditioner implements Conditioner {

  private final ModelSession session;
  private final TextEncoder encoder;
  private final Optional<Integer> guidanceChannels;

  SdTextConditioner(ModelSession session, Checkpoint model) {
    this.session = session;
    this.encoder = TextEncoder.open(model, Component.TEXT_ENCODER, "tokenizer");
    this.guidanceChannels = GuidanceEmbedding.channels(model);
  }

  @Override
  public Conditioning condition(GenerationRequest request, Cancellation cancellation) {
    Prompt prompt = request.prompt();
    List<long[]> negative = encoder.windows("negative", prompt.negative());
    List<long[]> positive = encoder.windows("prompt", prompt.text());
    int windows = Math.max(negative.size(), positive.size());
    // layers are left out for the prompt alone, as the reference pipeline does
    TextEncoder.Call whole = new TextEncoder.Call(session, 0, windows, cancellation);
    TextEncoder.Call cut =
        new TextEncoder.Call(session, prompt.clipSkip() - 1, windows, cancellation);
    Map<Side, Map<String, Tensor>> sides = new EnumMap<>(Side.class);
    sides.put(Side.NEGATIVE, inputs(encoder.encode(whole, negative), request));
    sides.put(Side.POSITIVE, inputs(encoder.encode(cut, positive), request));
    return new TextConditioning(sides, guidanceChannels.isEmpty());
  }

  private Map<String, Tensor> inputs(EncodedText text, GenerationRequest request) {
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("encoder_hidden_states", text.normalized());
    guidanceChannels.ifPresent(channels ->
        inputs.put("timestep_cond", GuidanceEmbedding.of(request.guidance().scale(), channels)));
    return inputs;
  }

  @Override
  public void close() {
    // Holds nothing of its own: the session owns the compiled encoder.
  }
}
