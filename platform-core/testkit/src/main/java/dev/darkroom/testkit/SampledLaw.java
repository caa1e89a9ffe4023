package dev.darkroom.testkit;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;

/// The distribution of a sampler's results on a linear model, without a single random number.
///
/// On such a model the result is a sum: a fixed value, the start times a factor, and each draw of noise
/// times a factor. The factors are measured by sending one impulse after the other through the sampler.
///
/// @param mean mean of the results
/// @param deviation standard deviation of the results
record SampledLaw(double mean, double deviation) {

  static SampledLaw of(Sampler sampler, Denoiser linear, Sigmas sigmas) {
    ImpulseNoise counted = new ImpulseNoise();
    sampler.sample(linear, start(sigmas, 2), sigmas, counted, (_, _, _) -> {});
    Tensor start = start(sigmas, counted.draws() + 2);
    Tensor result = sampler.sample(linear, start, sigmas, new ImpulseNoise(), (_, _, _) -> {});
    double mean = result.at(0);
    double variance = 0;
    for (long i = 1; i < result.shape().elements(); i++) {
      variance += (result.at(i) - mean) * (result.at(i) - mean);
    }
    return new SampledLaw(mean, Math.sqrt(variance));
  }

  /// Row 1 starts at one standard deviation, the others at 0.
  private static Tensor start(Sigmas sigmas, int rows) {
    float[] values = new float[rows];
    values[1] = (float) sigmas.startScale();
    return Tensor.of(Shape.of(rows, 1, 1, 1), values);
  }

  /// How far this is from the data's distribution.
  double error(GaussianToy data) {
    return Math.hypot(mean - data.mean(), deviation - data.deviation());
  }
}
