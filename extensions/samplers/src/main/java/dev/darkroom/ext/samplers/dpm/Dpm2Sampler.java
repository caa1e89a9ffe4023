package dev.darkroom.ext.samplers.dpm;

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

/// DPM-Solver-2 in sigma space, as k-diffusion has it (Lu et al. 2022, arXiv:2206.00927; Karras et al.
/// 2022, arXiv:2206.00364, algorithm 2). Two model calls a step, one in a last step to 0.
public final class Dpm2Sampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpm2";
  }

  @Override
  public String title() {
    return "DPM2";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "KDPM2DiscreteScheduler", "dpm_2", "KDPM2", "DPM2 FlowMatch", "k_dpm_2", "sample_dpm_2");
  }

  @Override
  public String summary() {
    return "Midpoint method in the logarithm of sigma (Lu et al. 2022, arXiv:2206.00927).";
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(2, 2, false);
  }

  @Override
  public ParameterSet parameters() {
    return Churn.parameters();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Dpm2(Churn.of(values));
  }

  private record Dpm2(Churn churn) implements Sampler {
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
      if (next == 0) {
        return denoised;
      }
      Tensor slope = OdeStep.slope(start.x(), denoised, start.sigma());
      return Midpoint.step(denoiser, start.x(), slope, start.sigma(), next);
    }
  }
}
