package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.NoiseForm;

/// The coefficients of one step of an exponential integrator that predicts clean latents, in `lambda
/// = log(alpha / sigma)`, with or without noise (Lu et al. 2022, arXiv:2211.01095, appendix B; Gonzalez
/// et al. 2023, arXiv:2305.14267):
///
/// `x(to) = keep * x(from) + first * x0 + second * x0' + third * x0'' + noise * n`, where `x0'` and
/// `x0''` are the derivatives of the clean latents by `lambda`, as multiples of the step's width.
///
/// @param form how the latents take up noise
/// @param from the noise level of the start; pure noise of flow models, where `lambda` is infinite, is
///     taken for [#NEARLY_NOISE]
/// @param to the noise level of the end, greater than 0
/// @param eta strength of the noise, 0 for none
public record ExponentialStep(NoiseForm form, double from, double to, double eta) {

  /// The level of flow models at which solvers in `lambda` start instead of 1.
  public static final double NEARLY_NOISE = 0.9999;

  public ExponentialStep {
    from = bounded(form, from);
  }

  /// A noise level that has a finite `lambda`.
  public static double bounded(NoiseForm form, double sigma) {
    return switch (form) {
      case EXPLODING -> sigma;
      case FLOW -> Math.min(sigma, NEARLY_NOISE);
    };
  }

  /// The part of this step that ends at `share` of its width.
  public ExponentialStep part(double share) {
    double lambda = form.lambda(from) + share * width();
    return new ExponentialStep(form, from, form.sigma(lambda), eta);
  }

  /// Width in `lambda`.
  public double width() {
    return form.lambda(to) - form.lambda(from);
  }

  public double keep() {
    return to / from * Math.exp(-eta * width());
  }

  public double first() {
    return form.alpha(to) * -Math.expm1(-stretched());
  }

  public double second() {
    double width = stretched();
    return width == 0 ? 0 : form.alpha(to) * (Math.expm1(-width) / width + 1);
  }

  public double third() {
    double width = stretched();
    return width == 0 ? 0 : form.alpha(to) * 0.5 - second() / width;
  }

  public double noise() {
    return to * Math.sqrt(-Math.expm1(-2 * eta * width()));
  }

  /// The width as the clean latents see it: noise makes a step forget more of its start.
  private double stretched() {
    return (1 + eta) * width();
  }
}
