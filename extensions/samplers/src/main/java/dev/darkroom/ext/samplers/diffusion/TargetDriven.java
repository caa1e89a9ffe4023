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
/// @param target where the targets lie
record TargetDriven(Target target) implements Sampler {

  /// The level of a target.
  @FunctionalInterface
  interface Target {

    /// @param to the next level, greater than 0
    /// @return at most `to`
    double below(Sigmas sigmas, double to);
  }

  /// Targets with a share `1 - eta` of the next level's noise to signal ratio.
  static TargetDriven share(double eta) {
    return new TargetDriven((sigmas, to) -> {
      NoiseForm form = sigmas.form();
      return eta == 0 ? to : form.sigma(form.lambda(to) - Math.log1p(-eta));
    });
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      double from = sigmas.value(i);
      double to = sigmas.value(i + 1);
      Tensor denoised = denoiser.denoise(x, from);
      double level = to == 0 ? to : this.target.below(sigmas, to);
      x = new LambdaStep(sigmas.form(), from, level).firstOrder(x, denoised);
      x = Ancestral.landing(sigmas.form(), level, to).rise(x, 1, noise);
      steps.step(i, from, denoised);
    }
    return x;
  }
}
