package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Tensor;

/// The noise and the output of the models that diffusers' IPNDMScheduler was written for
/// (v-diffusion-pytorch): noise grows as the square of a sine, timesteps run from 0 to 1, and the model
/// predicts the velocity.
final class VelocityModel {

  /// Stands for infinity, where the published form starts. A power of two, so that it keeps every bit.
  private static final double PURE_NOISE = 0x1p20;

  private VelocityModel() {}

  static Sigmas sigmas(int steps) {
    double[] levels = new double[steps + 1];
    double[] timesteps = new double[steps];
    for (int i = 0; i < steps; i++) {
      double deviation = Math.pow(Math.sin((1 - (double) i / steps) * Math.PI / 2), 2);
      double alpha = Math.sqrt(1 - deviation * deviation);
      levels[i] = i == 0 ? PURE_NOISE : deviation / alpha;
      timesteps[i] = Math.atan2(deviation, alpha) / Math.PI * 2;
    }
    return Sigmas.of(levels, timesteps);
  }

  static Tensor denoise(ToyModel model, Tensor x, double sigma, double timestep) {
    double root = Math.hypot(1, sigma);
    Tensor input = x.times(1 / root);
    if (sigma == PURE_NOISE) {
      // the model is asked, but nothing of what it says is used
      return input.times(0);
    }
    Tensor velocity = model.wave(input, 3 * timestep / 1000, 0.2 * (timestep / 1000));
    return input.times(1 / root).plus(-sigma / root, velocity);
  }
}
