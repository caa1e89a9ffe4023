package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;

/// A sampler of the exploding form on models of any form: latents are divided by their alpha and noise
/// levels with them, which takes one form into the other exactly.
///
/// @param sampler sees noise levels of the exploding form only
public record ExplodingView(Sampler sampler) implements Sampler {

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    return switch (sigmas.form()) {
      case EXPLODING -> sampler.sample(denoiser, x, sigmas, noise, steps);
      case FLOW -> converted(denoiser, x, sigmas, noise, steps);
    };
  }

  private Tensor converted(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    NoiseForm form = sigmas.form();
    double[] levels = sigmas.values();
    double[] seen = Arrays.stream(levels).map(level -> exploding(form, level)).toArray();
    Denoiser view =
        (y, sigma) -> {
          int known = Arrays.binarySearch(reversed(seen), sigma);
          double level =
              known >= 0 ? levels[levels.length - 1 - known] : form.sigma(-Math.log(sigma));
          return denoiser.denoise(y.times(form.alpha(held(form, level))), level);
        };
    Tensor start = x.times(1 / form.alpha(held(form, levels[0])));
    Tensor end =
        sampler.sample(
            view,
            start,
            Sigmas.of(seen),
            noise,
            (index, _, denoised) -> steps.step(index, levels[index], denoised));
    return end.times(form.alpha(levels[levels.length - 1]));
  }

  private static double held(NoiseForm form, double level) {
    return ExponentialStep.bounded(form, level);
  }

  private static double exploding(NoiseForm form, double level) {
    double held = held(form, level);
    return held / form.alpha(held);
  }

  private static double[] reversed(double[] values) {
    double[] rising = values.clone();
    Arrays.sort(rising);
    return rising;
  }
}
