package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Langevin dynamics along with the probability flow (Karras et al. 2022, arXiv:2206.00364, equation 6;
/// Song and Ermon 2019, arXiv:1907.05600): friction pulls towards the clean latents, new noise makes up
/// for it. Each step is exact for a model whose answer does not change.
///
/// SD.Next draws noise levels from a Langevin process and takes Euler's steps along them.
public final class LangevinSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.langevin",
          "Langevin Dynamics",
          "Langevin dynamics along with the probability flow (Karras et al. 2022,"
              + " arXiv:2206.00364).",
          "langevin_dynamics");

  public LangevinSampler() {
    super(NAME);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real(
            "friction", 1, 0, 10, "How fast noise is replaced; 0 is Euler's method."),
        new Parameter.Real("temperature", 1, 0, 4, "Variance of the new noise."));
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(1, 1, true);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Langevin(values.real("friction"), values.real("temperature"));
  }

  private record Langevin(double friction, double temperature) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      NoiseForm form = sigmas.form();
      for (int i = 0; i < sigmas.steps(); i++) {
        double from = sigmas.value(i);
        double to = sigmas.value(i + 1);
        Tensor denoised = denoiser.denoise(x, from);
        // how much of the noise-to-signal ratio the step leaves, also from noise alone
        double left = to / form.alpha(to) * form.alpha(from) / from;
        double kept = Math.pow(left, friction);
        x = x.times(to / from * kept).plus(form.alpha(to) * (1 - left * kept), denoised);
        double drawn = to * Math.sqrt(Math.max(0, temperature * (1 - kept * kept)));
        if (drawn > 0) {
          x = x.plus(drawn, noise.next(x.shape()));
        }
        steps.step(i, from, denoised);
      }
      return x;
    }
  }
}
