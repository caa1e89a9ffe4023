package dev.darkroom.core.spi;

/// The noise levels that a model was trained at. Sigmas are of the form that [#form()] names; in the
/// variance-exploding one they are `sqrt((1 - alpha) / alpha)` of the cumulated alphas.
public interface NoiseSchedule {

  /// How the model was trained.
  NoiseSettings settings();

  /// How the model's latents take up noise.
  default NoiseForm form() {
    return NoiseForm.EXPLODING;
  }

  /// The noise level at a timestep, interpolated between whole ones, from 0 to the number of training
  /// steps less 1.
  double sigma(double timestep);

  /// The timestep at a noise level, interpolated in its logarithm and held at the ends.
  double timestep(double sigma);

  default double sigmaMin() {
    return sigma(0);
  }

  default double sigmaMax() {
    return sigma(settings().betas().count() - 1);
  }
}
