package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.ExponentialStep;
import java.util.ArrayList;
import java.util.List;

/// Stochastic explicit exponential derivative-free solvers (Gonzalez et al. 2023, arXiv:2305.14267):
/// stages within the step, all along one path of noise.
///
/// @param shares where in the step the stages lie, from low to high
/// @param rule how the last stage is weighed
/// @param eta strength of the noise, 0 for none
/// @param scale deviation of the noise
record Seeds(List<Double> shares, Rule rule, double eta, double scale) implements Sampler {

  /// How the clean latents of the last stage enter the step.
  enum Rule {
    /// As if they did not change (`phi_1`).
    CONSTANT,
    /// Their change is integrated exactly (`phi_2`).
    LINEAR
  }

  Seeds {
    shares = List.copyOf(shares);
  }

  @Override
  public Tensor sample(
      Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
    for (int i = 0; i < sigmas.steps(); i++) {
      Tensor denoised = denoiser.denoise(x, sigmas.value(i));
      if (sigmas.value(i + 1) == 0) {
        x = denoised;
      } else {
        x = new Step(sigmas, i, noise).take(denoiser, x, denoised);
      }
      steps.step(i, sigmas.value(i), denoised);
    }
    return x;
  }

  /// One step with its path of noise.
  private final class Step {

    private final ExponentialStep whole;
    private final Noise noise;
    private final List<Tensor> path = new ArrayList<>();

    Step(Sigmas sigmas, int i, Noise noise) {
      double from = sigmas.value(i);
      this.whole = new ExponentialStep(sigmas.form(), from, sigmas.value(i + 1), eta);
      this.noise = noise;
    }

    Tensor take(Denoiser denoiser, Tensor x, Tensor denoised) {
      Tensor seen = denoised;
      double before = 0;
      for (double share : shares) {
        ExponentialStep part = whole.part(share);
        double weight = before == 0 ? 0 : part.second() * share / before;
        Tensor stage = noisy(move(part, x, denoised, seen, weight), part, share - before);
        seen = denoiser.denoise(stage, part.to());
        before = share;
      }
      double weight =
          switch (rule) {
            case CONSTANT -> whole.first() / (2 * before);
            case LINEAR -> whole.second() / before;
          };
      return noisy(move(whole, x, denoised, seen, weight), whole, 1 - before);
    }

    private Tensor move(
        ExponentialStep step, Tensor x, Tensor denoised, Tensor seen, double weight) {
      Tensor moved = x.times(step.keep()).plus(step.first(), denoised);
      return weight == 0 ? moved : moved.plus(weight, seen.minus(denoised));
    }

    /// Carries the path on by a share of the step's width.
    private Tensor noisy(Tensor x, ExponentialStep step, double share) {
      if (eta == 0 || scale == 0) {
        return x;
      }
      double width = share * whole.width() * eta;
      Tensor drawn = noise.next(x.shape()).times(Math.sqrt(-Math.expm1(-2 * width)));
      Tensor carried = path.isEmpty() ? drawn : drawn.plus(Math.exp(-width), path.removeFirst());
      path.add(carried);
      return x.plus(step.to() * scale, carried);
    }
  }
}
