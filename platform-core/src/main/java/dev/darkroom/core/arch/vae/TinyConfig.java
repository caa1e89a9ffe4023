package dev.darkroom.core.arch.vae;

import java.util.List;

/// The sizes of an AutoencoderTiny.
///
/// @param image channels of a picture
/// @param latent channels of a latent
/// @param encoder stages from the picture to the latent; each but the first halves the sides
/// @param decoder stages from the latent to the picture; each but the last doubles the sides
public record TinyConfig(int image, int latent, List<Stage> encoder, List<Stage> decoder) {

  public TinyConfig {
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
    if (encoder.isEmpty() || decoder.isEmpty()) {
      throw new IllegalArgumentException("an autoencoder has at least one stage each way");
    }
  }

  /// @param channels channels of the feature maps
  /// @param blocks residual blocks
  public record Stage(int channels, int blocks) {}
}
