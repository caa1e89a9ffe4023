package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Churn;
import dev.darkroom.ext.samplers.OdeStep;
import java.util.List;

/// Heun's method of second order: Euler's step, then once more with the mean of the slopes at both
/// ends (Karras et al. 2022, arXiv:2206.00364, algorithm 2). Two model calls a step, one in a last
/// step to 0.
public final class HeunSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.heun";
  }

  @Override
  public String title() {
    return "Heun";
  }

  @Override
  public String summary() {
    return "Heun's method, two model calls a step; Karras et al. 2022, arXiv:2206.00364.";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "HeunDiscreteScheduler", "k_heun", "sample_heun", "Linear-RK Heun", "Linear-RK 2");
  }

  @Override
  public ParameterSet parameters() {
    return Churn.parameters();
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(2, 2, false);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Heun(Churn.of(values));
  }

  private record Heun(Churn churn) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      for (int i = 0; i < sigmas.steps(); i++) {
        Churn.Start start = churn.raise(x, sigmas.value(i), sigmas.steps(), noise);
        Tensor denoised = denoiser.denoise(start.x(), start.sigma());
        x = step(denoiser, start, denoised, sigmas.value(i + 1));
        steps.step(i, sigmas.value(i), denoised);
      }
      return x;
    }

    private static Tensor step(Denoiser denoiser, Churn.Start start, Tensor denoised, double next) {
      double sigma = start.sigma();
      Tensor slope = OdeStep.slope(start.x(), denoised, sigma);
      Tensor guess = OdeStep.move(start.x(), slope, sigma, next);
      if (next == 0) {
        return guess;
      }
      Tensor ahead = OdeStep.slope(guess, denoiser.denoise(guess, next), next);
      return OdeStep.move(start.x(), slope.plus(ahead).times(0.5), sigma, next);
    }
  }
}
