package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;

/// The steps of DDIM, and with an `eta` of 1 those of DDPM.
///
/// @param eta share of the noise that each step replaces
record Ddim(double eta) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      double sigma = sigmas.value(i);
      double arrival = sigmas.arrival(i);
      Ancestral split = Ancestral.split(sigma, arrival, eta);
      Tensor denoised = denoiser.denoise(x, sigma);
      x = denoised.plus(split.down() / sigma, x.minus(denoised));
      if (split.up() > 0) {
        x = x.plus(split.up(), noise.next(x.shape()));
      }
      x = resumed(x, arrival, sigmas.value(i + 1));
      steps.step(i, sigma, denoised);
    }
    return x;
  }

  /// The published form keeps latents at unit variance, where landing beside the level of the next step
  /// needs no change; seen in sigma space, the scale differs.
  static Tensor resumed(Tensor x, double arrival, double next) {
    return arrival == next ? x : x.times(Math.hypot(1, next) / Math.hypot(1, arrival));
  }
}
