package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;

/// Watches and changes the denoising of one job. One thread at a time.
///
/// Mandatory: tensors that are handed over are not written to, results have their shape, and each row
/// of a batch is treated as if it were alone. Samplers of higher order call the model several times a
/// step; [#beforeStep] and [#afterGuidance] act on each call.
public interface DenoiseHook extends AutoCloseable {

  /// What the model is to see instead of `x`; `x` itself by default.
  ///
  /// @param x latents with noise, `[batch, channels, height, width]`, F32
  default Tensor beforeStep(Step step, Tensor x) {
    return x;
  }

  /// What the sampler is to take for the clean latents; the guided prediction by default.
  default Tensor afterGuidance(Step step, Denoiser.Guided guided) {
    return guided.denoised();
  }

  /// Told when the sampler has taken a step; does nothing by default.
  ///
  /// @param denoised the clean latents as the sampler saw them in this step
  default void afterStep(Step step, Tensor denoised) {}

  /// The job is over; does nothing by default.
  @Override
  default void close() {}

  /// Where the job is.
  ///
  /// @param index number of the step, from 0
  /// @param progress share of the steps that begin at a higher noise level, 0 to 1
  /// @param sigma the noise level
  record Step(int index, double progress, double sigma) {}
}
