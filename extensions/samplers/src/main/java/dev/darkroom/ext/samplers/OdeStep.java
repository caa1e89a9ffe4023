package dev.darkroom.ext.samplers;

import dev.darkroom.core.tensor.Tensor;

/// Euler's step along the probability flow (Karras et al. 2022, arXiv:2206.00364, equation 3).
///
/// Each operation is rounded to float32 as the published samplers do it: from noise levels above 1000
/// (zero terminal signal-to-noise ratio, cosine betas) another order shows in the result.
final class OdeStep {

  private OdeStep() {}

  /// The direction `dx/dsigma` at `x`.
  static Tensor slope(Tensor x, Tensor denoised, double sigma) {
    return x.minus(denoised).map(value -> value / sigma);
  }

  /// `x` carried along `slope` from one noise level to another.
  static Tensor move(Tensor x, Tensor slope, double from, double to) {
    return x.plus(slope.times((float) (to - from)));
  }
}
