package dev.darkroom.core.arch.clip;

import dev.darkroom.core.arch.common.Activation;
import java.util.OptionalInt;

/// The sizes of a CLIP text encoder.
///
/// @param vocabulary the tokens that it knows
/// @param layers its transformer
/// @param activation the function inside the feed-forward networks
/// @param epsilon of the layer normalisations
/// @param projection size of the projected pooled output; empty where it is not projected
public record ClipTextConfig(
    Vocabulary vocabulary,
    Layers layers,
    Activation activation,
    double epsilon,
    OptionalInt projection) {

  /// @param size number of tokens
  /// @param positions longest sequence
  /// @param end how the end of a text is found
  public record Vocabulary(int size, int positions, EndOfText end) {}

  /// @param count number of layers, at least 1
  /// @param channels size of a token's state
  /// @param inner size inside the feed-forward networks
  /// @param heads attention heads; divides `channels`
  public record Layers(int count, int channels, int inner, int heads) {
    public Layers {
      if (channels % heads != 0) {
        throw new IllegalArgumentException(
            heads + " heads do not divide " + channels + " channels");
      }
    }
  }

  /// How the token is found whose state stands for the whole text.
  public sealed interface EndOfText {
    /// The first token with this id.
    record Token(long id) implements EndOfText {}

    /// The first of the tokens with the highest id, which early checkpoints rely on.
    record HighestId() implements EndOfText {}
  }
}
