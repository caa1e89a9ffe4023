package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;

/// Told about each step of a sampler, on the sampling thread.
@FunctionalInterface
public interface StepListener {

  /// @param index number of the step, from 0
  /// @param sigma the noise level that the step began at
  /// @param denoised the clean latents as the model saw them at that level
  void step(int index, double sigma, Tensor denoised);
}
