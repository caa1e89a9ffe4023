package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
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
import dev.darkroom.ext.samplers.OdeStep;
import java.util.List;

/// Euler's method with new noise in every step, as in k-diffusion; the ancestral sampling of Song et
/// al. 2020 (arXiv:2011.13456, appendix F) in sigma space. Does not converge: more steps give another
/// picture. The sampler of Variational Diffusion Models (Kingma et al. 2021, arXiv:2107.00630) takes the
/// same steps.
public final class EulerAncestralSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.euler-a";
  }

  @Override
  public String title() {
    return "Euler a";
  }

  @Override
  public String summary() {
    return "Euler's method with new noise in every step; Song et al. 2020, arXiv:2011.13456.";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "EulerAncestralDiscreteScheduler",
        "euler_ancestral",
        "k_euler_a",
        "k_euler_ancestral",
        "sample_euler_ancestral",
        "VDM Solver");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("eta", 1, 0, 1, "Share of the noise that each step replaces."),
        new Parameter.Real("s_noise", 1, 0, 10, "Deviation of the new noise."));
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(1, 1, true);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new EulerAncestral(values.real("eta"), values.real("s_noise"));
  }

  private record EulerAncestral(double eta, double scale) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      for (int i = 0; i < sigmas.steps(); i++) {
        double sigma = sigmas.value(i);
        Ancestral split = Ancestral.split(sigmas.form(), sigma, sigmas.value(i + 1), eta);
        Tensor denoised = denoiser.denoise(x, sigma);
        x = OdeStep.move(x, OdeStep.slope(x, denoised, sigma), sigma, split.down());
        x = split.rise(x, scale, noise);
        steps.step(i, sigma, denoised);
      }
      return x;
    }
  }
}
