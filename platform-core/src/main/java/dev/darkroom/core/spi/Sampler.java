package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;

/// Walks from noise to a picture along a row of noise levels.
///
/// Mandatory: the same arguments give the same bits; each row of the batch is treated as if it were
/// alone; all random numbers come from `noise`; `steps` is called once after each step. Stateless and
/// safe for use by several threads.
@FunctionalInterface
public interface Sampler {

  /// @param denoiser the model
  /// @param x the start: noise of deviation `sigmas.value(0)`, `[batch, channels, height, width]`, F32
  /// @param sigmas the noise levels, from high to low
  /// @param noise source of further random numbers
  /// @param steps told about each step
  /// @return the latents at the last noise level, same shape as `x`
  Tensor sample(Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps);
}
