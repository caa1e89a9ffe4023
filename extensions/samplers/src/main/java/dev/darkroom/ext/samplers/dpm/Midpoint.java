package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.OdeStep;

/// A step of second order along the slope at the geometric mean of its two noise levels, where
/// `log(sigma)` is half-way: DPM-Solver-2 (Lu et al. 2022, arXiv:2206.00927) as Karras et al. 2022
/// (arXiv:2206.00364) write solvers.
final class Midpoint {

  private Midpoint() {}

  /// @param slope the direction at `x`
  /// @param to where the step ends, greater than 0
  static Tensor step(Denoiser denoiser, Tensor x, Tensor slope, double from, double to) {
    return step(denoiser, x, slope, from, Math.sqrt(from * to), to);
  }

  /// @param middle the level between
  static Tensor step(
      Denoiser denoiser, Tensor x, Tensor slope, double from, double middle, double to) {
    Tensor halfway = OdeStep.move(x, slope, from, middle);
    Tensor there = OdeStep.slope(halfway, denoiser.denoise(halfway, middle), middle);
    return OdeStep.move(x, there, from, to);
  }
}
