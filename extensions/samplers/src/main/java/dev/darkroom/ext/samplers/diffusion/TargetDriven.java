package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.exponential.LambdaStep;

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
      double target = eta == 0 || to == 0 ? to : below(sigmas.form(), to);
      x = new LambdaStep(sigmas.form(), from, target).firstOrder(x, denoised);
      x = Ancestral.landing(sigmas.form(), target, to).rise(x, 1, noise);
      steps.step(i, from, denoised);
    }
    return x;
  }

  private double below(NoiseForm form, double to) {
    return form.sigma(form.lambda(to) - Math.log1p(-eta));
  }
}
