package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.ExponentialStep;
import java.util.ArrayList;
import java.util.List;

/// Extended reverse-time solver (Cui et al. 2023, arXiv:2309.06169, algorithms 1 to 3): how much noise
/// a step replaces follows a function of the noise level.
///
/// @param order the most answers of the model that are joined, 1 to 3
/// @param scale deviation of the noise
record ErSde(int order, double scale) implements Sampler {

  /// The published integrals are sums over so many points, which shows in pictures.
  private static final int POINTS = 200;

  /// What is kept of the steps before: clean latents and their first differences, newest first.
  private record Past(List<Tensor> seen, List<Tensor> changes) {
    Past() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    Past past = new Past();
    for (int i = 0; i < sigmas.steps(); i++) {
      Tensor denoised = denoiser.denoise(x, sigmas.value(i));
      past.seen().addFirst(denoised);
      if (i > 0) {
        Tensor change = denoised.minus(past.seen().removeLast());
        past.changes().addFirst(change.times(1 / (ratio(sigmas, i) - ratio(sigmas, i - 1))));
      }
      x = sigmas.value(i + 1) == 0 ? denoised : step(x, sigmas, i, past, noise);
      steps.step(i, sigmas.value(i), denoised);
    }
    return x;
  }

  private Tensor step(Tensor x, Sigmas sigmas, int i, Past past, Noise noise) {
    NoiseForm form = sigmas.form();
    double from = ratio(sigmas, i);
    double to = ratio(sigmas, i + 1);
    double kept = noiseScale(to) / noiseScale(from);
    double alpha = form.alpha(sigmas.value(i + 1));
    double before = form.alpha(ExponentialStep.bounded(form, sigmas.value(i)));
    Tensor moved = x.times(alpha / before * kept).plus(alpha * (1 - kept), past.seen().getFirst());
    if (order >= 2 && i >= 1) {
      double weight = to - from + noiseScale(to) * integral(from, to, 0);
      moved = moved.plus(alpha * weight, past.changes().getFirst());
    }
    if (order >= 3 && i >= 2) {
      Tensor bend = past.changes().get(0).minus(past.changes().removeLast());
      double span = (from - ratio(sigmas, i - 2)) / 2;
      double weight = (to - from) * (to - from) / 2 + noiseScale(to) * integral(from, to, 1);
      moved = moved.plus(alpha * weight / span, bend);
    }
    double deviation = Math.sqrt(Math.max(0, to * to - from * from * kept * kept));
    return scale == 0 ? moved : moved.plus(alpha * scale * deviation, noise.next(x.shape()));
  }

  /// The noise as a multiple of the clean latents.
  private static double ratio(Sigmas sigmas, int i) {
    double sigma = ExponentialStep.bounded(sigmas.form(), sigmas.value(i));
    return sigma / sigmas.form().alpha(sigma);
  }

  /// The function by which the published solver decides how much noise is replaced.
  private static double noiseScale(double ratio) {
    return ratio * (Math.exp(Math.pow(ratio, 0.3)) + 10);
  }

  /// The integral of `(ratio - from)^power / noiseScale(ratio)` over the step.
  private static double integral(double from, double to, int power) {
    double width = (from - to) / POINTS;
    double sum = 0;
    for (int k = 0; k < POINTS; k++) {
      double at = to + k * width;
      sum += Math.pow(at - from, power) / noiseScale(at);
    }
    return sum * width;
  }
}
