package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;

/// The model as samplers see it (Karras et al. 2022, arXiv:2206.00364): prediction type, guidance and
/// batching are hidden behind it.
@FunctionalInterface
public interface Denoiser {

  /// The clean latents that the model sees in noisy ones.
  ///
  /// @param x latents with noise of deviation `sigma` added, `[batch, channels, height, width]`, F32
  /// @param sigma noise level, greater than 0
  /// @return the prediction of the clean latents (x0), same shape
  /// @throws dev.darkroom.core.error.CancelledException if the job is cancelled
  Tensor denoise(Tensor x, double sigma);

  /// The prediction together with that of the negative side alone, for samplers that take their
  /// direction from it (CFG++: Chung et al. 2024, arXiv:2406.08070). One model call.
  ///
  /// The default has no guidance, so both are [#denoise(Tensor, double)].
  ///
  /// @throws dev.darkroom.core.error.CancelledException if the job is cancelled
  default Guided guided(Tensor x, double sigma) {
    Tensor denoised = denoise(x, sigma);
    return new Guided(denoised, denoised);
  }

  /// Clean latents as a guided model sees them.
  ///
  /// @param denoised what [#denoise(Tensor, double)] gives; where a guidance scale of 1 or below turns
  ///     that one's guidance off, both sides mixed in that proportion all the same
  /// @param unconditional what the model sees with the negative prompt alone
  record Guided(Tensor denoised, Tensor unconditional) {}
}
