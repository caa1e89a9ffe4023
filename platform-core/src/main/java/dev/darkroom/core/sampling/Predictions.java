package dev.darkroom.core.sampling;

import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.tensor.Tensor;

/// Between samplers, which see `x = x0 + sigma * noise`, and models trained in the
/// variance-preserving form, which see that divided by `sqrt(sigma^2 + 1)`.
///
/// Every operation is rounded to float32 in the order of the reference libraries: above a noise level
/// of 1000 another order shows in the latents.
public final class Predictions {

  /// The deviation of latents that EDM models count on.
  private static final double DATA = 0.5;

  private Predictions() {}

  /// What a model with this prediction is shown for latents `x` at `sigma`: flow models see latents as
  /// they are.
  public static Tensor input(Prediction prediction, Tensor x, double sigma) {
    return switch (prediction) {
      case EPSILON, V, X0 -> input(x, sigma);
      case EDM -> x.times(1 / Math.hypot(sigma, DATA));
      case FLOW -> x;
    };
  }

  /// What a model of the variance-preserving form is shown for latents `x` at `sigma`.
  public static Tensor input(Tensor x, double sigma) {
    float root = root(sigma);
    return x.map(value -> value / root);
  }

  /// The clean latents that a model's output stands for.
  ///
  /// @param output what the model said to [#input(Tensor, double)] of `x`, F32
  /// @param x latents of the same shape with noise of deviation `sigma`
  public static Tensor denoised(Prediction prediction, Tensor output, Tensor x, double sigma) {
    return switch (prediction) {
      case EPSILON, FLOW -> x.minus(output.times((float) sigma));
      case EDM -> mixed(output, x, sigma);
      case V -> velocity(output, x, (float) sigma);
      case X0 -> output;
    };
  }

  private static Tensor mixed(Tensor output, Tensor x, double sigma) {
    double variance = sigma * sigma + DATA * DATA;
    double scale = sigma * DATA / Math.sqrt(variance);
    return x.times(DATA * DATA / variance).plus(scale, output);
  }

  private static Tensor velocity(Tensor output, Tensor x, float sigma) {
    float square = sigma * sigma + 1;
    float scale = -sigma / root(sigma);
    return output.times(scale).plus(x.map(value -> value / square));
  }

  private static float root(double sigma) {
    return (float) Math.sqrt(sigma * sigma + 1);
  }
}
