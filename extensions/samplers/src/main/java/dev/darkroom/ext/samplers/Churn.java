package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.tensor.Tensor;

/// Noise added before a step, so that the step starts higher (Karras et al. 2022, arXiv:2206.00364,
/// algorithm 2).
///
/// @param amount how much, spread over the steps
/// @param min the lowest level at which it is added
/// @param max the highest level at which it is added
/// @param scale deviation of the added noise
public record Churn(double amount, double min, double max, double scale) {

  private static final double MOST = Math.sqrt(2) - 1;
  private static final double HIGHEST = 1e9;

  public static ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("s_churn", 0, 0, 1000, "How much noise is added, over all steps."),
        new Parameter.Real("s_tmin", 0, 0, HIGHEST, "The lowest noise level that gets noise."),
        new Parameter.Real("s_tmax", HIGHEST, 0, HIGHEST, "The highest level that gets noise."),
        new Parameter.Real("s_noise", 1, 0, 10, "Deviation of the added noise."));
  }

  public static Churn of(ParameterValues values) {
    return new Churn(
        values.real("s_churn"),
        values.real("s_tmin"),
        values.real("s_tmax"),
        values.real("s_noise"));
  }

  /// Latents and the noise level that they are at.
  public record Start(Tensor x, double sigma) {}

  /// Where one of `steps` steps really starts.
  public Start raise(Tensor x, double sigma, int steps, Noise noise) {
    if (amount == 0) {
      return new Start(x, sigma);
    }
    // drawn even where nothing is added, so that the limits do not shift the numbers of later steps
    Tensor drawn = noise.next(x.shape());
    boolean within = sigma >= min && sigma <= max;
    double raised = sigma * (1 + (within ? Math.min(amount / steps, MOST) : 0));
    double deviation = Math.sqrt(raised * raised - sigma * sigma);
    return new Start(x.plus(deviation, drawn.times(scale)), raised);
  }
}
