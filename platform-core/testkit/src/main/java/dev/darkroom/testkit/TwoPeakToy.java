package dev.darkroom.testkit;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.tensor.Tensor;

/// A model that bends: every element of the clean latents lies near `peak` or near `-peak`, either as
/// likely. Its denoiser is known in closed form, its probability flow to eight digits. Orders of
/// convergence are measured on it; on [GaussianToy], which is linear, many methods are better than
/// they are.
///
/// @param peak distance of the two values from 0
/// @param deviation standard deviation of the clean latents around either value
/// @param form how latents take up noise
public record TwoPeakToy(double peak, double deviation, NoiseForm form) {

  private static final int FINE_STEPS = 1000;

  /// The perfect denoiser: the expected clean latents.
  public Denoiser denoiser() {
    return (x, sigma) -> {
      double alpha = form.alpha(sigma);
      return alpha == 0 ? x.times(0) : x.map(value -> clean(value / alpha, sigma / alpha));
    };
  }

  /// Latents carried along the probability flow from one noise level to another, in double precision:
  /// the classical Runge-Kutta method in the logarithm of the noise level.
  public double[] flow(Tensor x, double from, double to) {
    double start = from / form.alpha(from);
    double width = Math.log(to / form.alpha(to) / start) / FINE_STEPS;
    double[] values = new double[Math.toIntExact(x.shape().elements())];
    for (int i = 0; i < values.length; i++) {
      double value = x.at(i) / form.alpha(from);
      for (int step = 0; step < FINE_STEPS; step++) {
        value = carry(value, start * Math.exp(step * width), width);
      }
      values[i] = value * form.alpha(to);
    }
    return values;
  }

  private double carry(double value, double sigma, double width) {
    double middle = sigma * Math.exp(width / 2);
    double k1 = value - clean(value, sigma);
    double second = value + width / 2 * k1;
    double k2 = second - clean(second, middle);
    double third = value + width / 2 * k2;
    double k3 = third - clean(third, middle);
    double fourth = value + width * k3;
    double k4 = fourth - clean(fourth, sigma * Math.exp(width));
    return value + width / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
  }

  /// The expected clean value of `clean + sigma * noise`.
  private double clean(double value, double sigma) {
    double within = deviation * deviation;
    double all = within + sigma * sigma;
    double side = Math.tanh(value * peak / all);
    return (within * value + sigma * sigma * peak * side) / all;
  }
}
