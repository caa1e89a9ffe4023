package dev.darkroom.core.arch.unet;

import dev.darkroom.core.arch.common.Sinusoid;
import java.util.Optional;

/// What a UNet is told besides sample and text, all of it joined in the timestep embedding.
///
/// @param wave how numbers become waves
/// @param channels size of the joined embedding
/// @param guidance size of the guidance scale's embedding in latent consistency models (Luo et al.
///     2023, arXiv:2310.04378), an input
/// @param addition pooled text and sizes, in SDXL
public record UnetTime(
    Sinusoid wave, int channels, Optional<Integer> guidance, Optional<Addition> addition) {

  /// What SDXL is told besides (Podell et al. 2023, arXiv:2307.01952, section 2.2).
  ///
  /// @param text size of the pooled text
  /// @param ids how many numbers: sizes and crop
  /// @param waves size of a number's embedding
  public record Addition(int text, int ids, int waves) {}
}
