package dev.darkroom.core.arch.vae;

import java.util.List;
import java.util.Set;

/// The sizes of an AutoencoderKL.
///
/// @param image channels of a picture
/// @param latent channels of a latent
/// @param levels the feature maps
/// @param parts layers that some checkpoints have
public record KlConfig(int image, int latent, Levels levels, Set<Part> parts) {

  public KlConfig {
    parts = Set.copyOf(parts);
  }

  /// @param channels of each level, from the full resolution to the lowest
  /// @param blocks residual blocks of a level in the encoder; the decoder has one more
  /// @param groups groups of the normalisations
  public record Levels(List<Integer> channels, int blocks, int groups) {
    public Levels {
      channels = List.copyOf(channels);
      if (channels.isEmpty()) {
        throw new IllegalArgumentException("an autoencoder has at least one level");
      }
    }
  }

  /// Layers that some checkpoints have.
  public enum Part {
    /// A convolution behind the encoder.
    QUANT_CONV,
    /// A convolution before the decoder.
    POST_QUANT_CONV,
    /// An attention at the lowest resolution.
    MIDDLE_ATTENTION
  }
}
