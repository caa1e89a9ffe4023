package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Denoiser.Guided;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.ExponentialStep;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.OdeStep;

/// DPM-Solver++ of second order in one step (Lu et al. 2022, arXiv:2211.01095, algorithm 1), with new
/// noise in every step. Two model calls a step, one in a last step to 0.
record DpmPlusPlus2s(Heading heading, double eta, double scale) implements Sampler {

  static ParameterSet parameters() {
    return ParameterSet.of(Ancestral.ETA, Ancestral.S_NOISE);
  }

  static DpmPlusPlus2s of(Heading heading, ParameterValues values) {
    return new DpmPlusPlus2s(heading, values.real("eta"), values.real("s_noise"));
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      double sigma = sigmas.value(i);
      Ancestral split = Ancestral.split(sigmas.form(), sigma, sigmas.value(i + 1), eta);
      Guided seen = heading.look(denoiser, x, sigma);
      if (split.down() == 0) {
        x = seen.denoised();
      } else {
        double middle = middle(sigmas.form(), sigma, split.down());
        // with CFG++ the noise is what the negative side leaves over
        Tensor start = x.plus(seen.denoised().minus(seen.unconditional()));
        Tensor halfway = OdeStep.towards(start, seen.denoised(), middle / sigma);
        Tensor there = denoiser.denoise(halfway, middle);
        x = OdeStep.towards(start, there, split.down() / sigma);
      }
      x = split.rise(x, scale, noise);
      steps.step(i, sigma, seen.denoised());
    }
    return x;
  }

  /// Half-way in `lambda`; pure noise has none, so flow models begin with almost no step.
  private static double middle(NoiseForm form, double from, double to) {
    if (form == NoiseForm.FLOW && from >= 1) {
      return ExponentialStep.NEARLY_NOISE;
    }
    return form.sigma((form.lambda(from) + form.lambda(to)) / 2);
  }
}
