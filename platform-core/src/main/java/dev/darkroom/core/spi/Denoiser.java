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
}
