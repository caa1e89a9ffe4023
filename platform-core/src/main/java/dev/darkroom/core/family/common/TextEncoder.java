package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.clip.ClipTextConfig;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.tokenizer.ClipTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text encoder of a model with its tokenizer. Texts that are longer than the encoder reads at once
/// are cut into windows, which are encoded apart and joined.
public final class TextEncoder {

  private static final int MOST_WINDOWS = 16;

  private final Component component;
  private final ClipTokenizer tokenizer;
  private final ClipTextConfig config;

  private TextEncoder(Component component, ClipTokenizer tokenizer, ClipTextConfig config) {
    this.component = component;
    this.tokenizer = tokenizer;
    this.config = config;
  }

  /// @param tokenizer the tokenizer's folder in the model
  public static TextEncoder open(Checkpoint model, Component component, String tokenizer) {
    if (!(model.part(component).network() instanceof Network.Text(ClipTextConfig config))) {
      throw new ModelFormatException(
          model.index().location().toString(), component + " is no text encoder.");
    }
    ClipTokenizer read = ClipTokenizer.read(model.index().location().resolve(tokenizer));
    return new TextEncoder(component, read, config);
  }

  /// A text as windows of token ids, at least one; each begins and ends with the special tokens.
  ///
  /// @param field the field of the request that the text stands in
  /// @throws InvalidRequestException if the text is too long
  public List<long[]> windows(String field, String text) {
    int[] ids = tokenizer.encode(text);
    int size = config.vocabulary().positions() - 2;
    int limit = MOST_WINDOWS * size;
    if (ids.length > limit) {
      throw new InvalidRequestException(
          field, "%,d tokens; the limit is %,d. Shorten the text.".formatted(ids.length, limit));
    }
    List<long[]> windows = new ArrayList<>();
    for (int start = 0; start == 0 || start < ids.length; start += size) {
      windows.add(window(Arrays.copyOfRange(ids, start, Math.min(start + size, ids.length))));
    }
    return windows;
  }

  private long[] window(int... ids) {
    long[] window = new long[config.vocabulary().positions()];
    Arrays.fill(window, tokenizer.padId());
    window[0] = tokenizer.bosId();
    for (int i = 0; i < ids.length; i++) {
      window[i + 1] = ids[i];
    }
    window[ids.length + 1] = tokenizer.eosId();
    return window;
  }

  /// One use of the encoder.
  ///
  /// @param layer layers left out at the end
  /// @param windows windows that each text is filled up to with empty ones
  public record Call(ModelSession session, int layer, int windows, Cancellation cancellation) {}

  /// Encodes a text.
  ///
  /// @param text as [#windows] gives it
  public EncodedText encode(Call call, List<long[]> text) {
    if (call.layer() < 0 || call.layer() > config.layers().count()) {
      throw new InvalidRequestException(
          "clip-skip", "the text encoder has only %d layers.".formatted(config.layers().count()));
    }
    Map<String, Tensor> outputs =
        call.session()
            .run(
                component,
                GraphOptions.with(GraphOptions.Feature.LAYER_CHOICE),
                Map.of("input_ids", ids(call, text), "layer", Tensor.scalar((long) call.layer())),
                call.cancellation());
    return new EncodedText(
        joined(outputs, "layer_hidden_state"),
        joined(outputs, "layer_normalized_hidden_state"),
        Optional.ofNullable(outputs.get("text_embeds")).map(all -> all.rows(0, 1)));
  }

  private Tensor ids(Call call, List<long[]> text) {
    int length = config.vocabulary().positions();
    long[] ids = new long[call.windows() * length];
    for (int i = 0; i < call.windows(); i++) {
      long[] window = i < text.size() ? text.get(i) : window();
      System.arraycopy(window, 0, ids, i * length, length);
    }
    return Tensor.ofLongs(Shape.of(call.windows(), length), ids);
  }

  /// The windows of an output, one behind the other: `[1, windows * positions, channels]`.
  private static Tensor joined(Map<String, Tensor> outputs, String name) {
    Tensor rows = outputs.get(name);
    if (rows == null) {
      throw new IllegalStateException(name + " is no output of the text encoder");
    }
    Shape shape = rows.shape();
    return rows.reshape(Shape.of(1, shape.size(0) * shape.size(1), shape.size(2)));
  }
}
