package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.ExponentialStep;
import java.util.List;

/// DPM-Solver++ of second order in one step for the stochastic differential equation, as k-diffusion
/// has it (Lu et al. 2022, arXiv:2211.01095): noise comes in at the stage between, too. Two model
/// calls and two draws a step, one and none in a last step to 0. Does not converge.
public final class DpmPlusPlusSdeSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpmpp-sde";
  }

  @Override
  public String title() {
    return "DPM++ SDE";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "dpmpp_sde",
        "dpmpp_sde_gpu",
        "DPM SDE",
        "DPMSolverSDEScheduler",
        "DPM2++ SDE FlowMatch",
        "k_dpmpp_sde",
        "sample_dpmpp_sde");
  }

  @Override
  public String summary() {
    return "Second-order DPM-Solver++ with noise in both stages (Lu et al. 2022,"
        + " arXiv:2211.01095).";
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 2, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        Ancestral.ETA,
        Ancestral.S_NOISE,
        new Parameter.Real("r", 0.5, 0.05, 1, "Where in the step the stage between lies."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new DpmPlusPlusSde(values.real("eta"), values.real("s_noise"), values.real("r"));
  }

  private record DpmPlusPlusSde(double eta, double scale, double ratio) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      for (int i = 0; i < sigmas.steps(); i++) {
        Tensor denoised = denoiser.denoise(x, sigmas.value(i));
        x =
            sigmas.value(i + 1) == 0
                ? denoised
                : step(denoiser, x, denoised, whole(sigmas, i), noise);
        steps.step(i, sigmas.value(i), denoised);
      }
      return x;
    }

    private static ExponentialStep whole(Sigmas sigmas, int i) {
      return new ExponentialStep(sigmas.form(), sigmas.value(i), sigmas.value(i + 1), 0);
    }

    private Tensor step(
        Denoiser denoiser, Tensor x, Tensor denoised, ExponentialStep whole, Noise noise) {
      ExponentialStep half = whole.part(ratio);
      Tensor between = move(x, denoised, half, noise);
      Tensor there = denoiser.denoise(between, half.to());
      Tensor mixed = denoised.plus(1 / (2 * ratio), there.minus(denoised));
      return move(x, mixed, whole, noise);
    }

    /// An ancestral step between the levels as they would be in the exploding form.
    private Tensor move(Tensor x, Tensor denoised, ExponentialStep step, Noise noise) {
      NoiseForm form = step.form();
      double start = step.from() / form.alpha(step.from());
      double alpha = form.alpha(step.to());
      Ancestral split = Ancestral.split(start, step.to() / alpha, eta);
      double left = split.down() / start;
      Tensor moved =
          x.times(alpha / form.alpha(step.from()) * left).plus(alpha * (1 - left), denoised);
      if (split.up() == 0 || scale == 0) {
        return moved;
      }
      Tensor drawn = noise.between(x.shape(), step.from(), step.to());
      return moved.plus(alpha * split.up() * scale, drawn);
    }
  }
}
