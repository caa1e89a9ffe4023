package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Denoiser.Guided;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.ExponentialStep;

/// Euler's steps with CFG++ (Chung et al. 2024, arXiv:2406.08070, algorithm 2): each goes to the clean
/// latents that guidance asks for, and takes up again the noise that the negative side saw.
///
/// @param eta share of the noise that each step replaces
/// @param scale deviation of the new noise
/// @param divisor what the guidance scale is divided by
record CfgPlusPlusEuler(double eta, double scale, double divisor) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      Guided seen = denoiser.guided(x, sigmas.value(i));
      Tensor denoised = weakened(seen);
      x =
          sigmas.value(i + 1) == 0
              ? denoised
              : step(x, new Guided(denoised, seen.unconditional()), sigmas, i, noise);
      steps.step(i, sigmas.value(i), denoised);
    }
    return x;
  }

  private Tensor weakened(Guided seen) {
    if (divisor == 1) {
      return seen.denoised();
    }
    Tensor guidance = seen.denoised().minus(seen.unconditional());
    return seen.unconditional().plus(1 / divisor, guidance);
  }

  private Tensor step(Tensor x, Guided seen, Sigmas sigmas, int i, Noise noise) {
    NoiseForm form = sigmas.form();
    double from = ExponentialStep.bounded(form, sigmas.value(i));
    double to = sigmas.value(i + 1);
    double alpha = form.alpha(to);
    Ancestral split = Ancestral.split(from / form.alpha(from), to / alpha, eta);
    Tensor direction = x.plus(-form.alpha(from), seen.unconditional());
    Tensor moved = seen.denoised().times(alpha).plus(alpha * split.down() / from, direction);
    if (split.up() == 0 || scale == 0) {
      return moved;
    }
    return moved.plus(alpha * split.up() * scale, noise.next(x.shape()));
  }
}
