package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.OdeStep;
import java.util.List;

/// DPM-Solver-2 with new noise in every step, as k-diffusion has it (Lu et al. 2022, arXiv:2206.00927).
/// Two model calls a step, one in a last step to 0. Does not converge: more steps give another picture.
public final class Dpm2AncestralSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpm2-a";
  }

  @Override
  public String title() {
    return "DPM2 a";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "KDPM2AncestralDiscreteScheduler",
        "dpm_2_ancestral",
        "KDPM2 a",
        "DPM2a FlowMatch",
        "k_dpm_2_a",
        "k_dpm_2_ancestral",
        "sample_dpm_2_ancestral");
  }

  @Override
  public String summary() {
    return "DPM2 with new noise in every step (Lu et al. 2022, arXiv:2206.00927).";
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 2, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(Ancestral.ETA, Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Dpm2Ancestral(values.real("eta"), values.real("s_noise"));
  }

  private record Dpm2Ancestral(double eta, double scale) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      for (int i = 0; i < sigmas.steps(); i++) {
        double sigma = sigmas.value(i);
        Ancestral split = Ancestral.split(sigmas.form(), sigma, sigmas.value(i + 1), eta);
        Tensor denoised = denoiser.denoise(x, sigma);
        x = split.rise(down(denoiser, x, denoised, span(sigmas, i, split)), scale, noise);
        steps.step(i, sigma, denoised);
      }
      return x;
    }

    /// A step down and the level between.
    private record Span(double from, double middle, double down) {}

    private static Tensor down(Denoiser denoiser, Tensor x, Tensor denoised, Span span) {
      if (span.down() == 0) {
        return denoised;
      }
      Tensor slope = OdeStep.slope(x, denoised, span.from());
      return Midpoint.step(denoiser, x, slope, span.from(), span.middle(), span.down());
    }

    /// With an `eta` of 1 the level between is the next one but for rounding, and timesteps show how
    /// published samplers round. Where it is the next one, it is still no listed level: the model is
    /// told its exact timestep.
    private Span span(Sigmas sigmas, int i, Ancestral split) {
      double from = sigmas.value(i);
      double to = sigmas.value(i + 1);
      if (split.down() == 0 || sigmas.form() != NoiseForm.EXPLODING || eta != 1) {
        return new Span(from, Math.sqrt(from * split.down()), split.down());
      }
      double middle = rounded((float) from, (float) to);
      return new Span(from, middle == to ? Math.nextDown(to) : middle, split.down());
    }

    private static float rounded(float from, float to) {
      float up = (float) Math.sqrt(to * to * (from * from - to * to) / (from * from));
      float down = (float) Math.sqrt(to * to - up * up);
      float end = (float) Math.log(down);
      float start = (float) Math.log(from);
      return (float) Math.exp(end - (end - start) * 0.5f);
    }
  }
}
