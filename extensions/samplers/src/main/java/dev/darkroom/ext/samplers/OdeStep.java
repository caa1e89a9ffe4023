package dev.darkroom.ext.samplers;

import dev.darkroom.core.tensor.Tensor;

/// Euler's step along the probability flow (Karras et al. 2022, arXiv:2206.00364, equation 3).
///
/// Each operation is rounded to float32 as the published samplers do it: from noise levels above 1000
/// (zero terminal signal-to-noise ratio, cosine betas) another order shows in the result.
public final class OdeStep {

  private OdeStep() {}

  /// The direction `dx/dsigma` at `x`.
  public static Tensor slope(Tensor x, Tensor denoised, double sigma) {
    return x.minus(denoised).map(value -> value / sigma);
  }

  /// `x` carried along `slope` from one noise level to another.
  public static Tensor move(Tensor x, Tensor slope, double from, double to) {
    return x.plus(slope.times((float) (to - from)));
  }

  /// `x` carried straight towards the clean latents until the share `left` of its noise is left. The
  /// same step as [#move] in exact arithmetic; `left` is the ratio of the noise levels.
  public static Tensor towards(Tensor x, Tensor denoised, double left) {
    return denoised.plus(left, x.minus(denoised));
  }
}
