package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;

/// One step of DPM-Solver, which predicts the noise, by orders 1 to 3 (Lu et al. 2022,
/// arXiv:2206.00927, algorithms 1, 2 and 4). Its time is `lambda = -log(sigma)`.
final class DpmSolverStep {

  /// Where the stages of third order lie in the step.
  static final double EARLY = 1 / 3.0;

  private static final double LATE = 2 / 3.0;

  private final Denoiser denoiser;
  private final Tensor x;
  private final double start;
  private final Tensor denoised;
  private final Tensor slope;

  /// Asks the model at the start.
  DpmSolverStep(Denoiser denoiser, Tensor x, double start) {
    this.denoiser = denoiser;
    this.x = x;
    this.start = start;
    this.denoised = denoiser.denoise(x, sigma(start));
    this.slope = noise(x, denoised, start);
  }

  static double lambda(double sigma) {
    return -Math.log(sigma);
  }

  static double sigma(double lambda) {
    return Math.exp(-lambda);
  }

  /// The clean latents that the model saw at the start.
  Tensor denoised() {
    return denoised;
  }

  Tensor first(double to) {
    return x.plus(-sigma(to) * Math.expm1(to - start), slope);
  }

  /// The slope at `share` of the step. One model call.
  Tensor slope(double to, double share) {
    double stage = start + share * (to - start);
    return noise(first(stage), stage);
  }

  /// @param between the slope at `share` of the step
  Tensor second(double to, double share, Tensor between) {
    double weight = -sigma(to) / (2 * share) * Math.expm1(to - start);
    return first(to).plus(weight, between.minus(slope));
  }

  /// One model call more.
  ///
  /// @param early the slope at [#EARLY] of the step
  Tensor third(double to, Tensor early) {
    double stage = start + LATE * (to - start);
    double bend = -sigma(stage) * LATE / EARLY * growth(stage - start);
    Tensor between = first(stage).plus(bend, early.minus(slope));
    Tensor late = noise(between, stage);
    return first(to).plus(-sigma(to) / LATE * growth(to - start), late.minus(slope));
  }

  /// How a step of these levels is split where each step replaces the share `eta` of its noise; it
  /// never goes below `end`, the lowest level.
  static Ancestral split(NoiseForm form, double from, double to, double end, double eta) {
    if (eta == 0) {
      return new Ancestral(to, 1, 0);
    }
    double down = Ancestral.split(form, from, to, eta).down();
    return Ancestral.landing(form, Math.max(end, down), to);
  }

  private static double growth(double width) {
    return Math.expm1(width) / width - 1;
  }

  private Tensor noise(Tensor at, double lambda) {
    return noise(at, denoiser.denoise(at, sigma(lambda)), lambda);
  }

  private static Tensor noise(Tensor at, Tensor clean, double lambda) {
    return at.minus(clean).times(1 / sigma(lambda));
  }
}
