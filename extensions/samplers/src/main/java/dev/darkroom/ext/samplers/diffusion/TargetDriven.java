package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.exponential.ExponentialStep;

/// Steps along the model's straight lines to a target below the next level, then up to it with noise.
///
/// @param eta how far below the next level the target lies, as a share of it
record TargetDriven(double eta) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      double from = sigmas.value(i);
      double to = sigmas.value(i + 1);
      Tensor denoised = denoiser.denoise(x, from);
      double full = to / sigmas.form().alpha(to);
      double target = ExponentialStep.sigma(sigmas.form(), (1 - eta) * full);
      x = new ExponentialStep(sigmas.form(), from, target).firstOrder(x, denoised);
      if (eta > 0 && to > 0) {
        x = x.times(sigmas.form().alpha(to) / sigmas.form().alpha(target));
        x = x.plus(to * Math.sqrt(1 - (1 - eta) * (1 - eta)), noise.next(x.shape()));
      }
      steps.step(i, from, denoised);
    }
    return x;
  }
}
