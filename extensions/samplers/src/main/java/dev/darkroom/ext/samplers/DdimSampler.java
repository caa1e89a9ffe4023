package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// Denoising diffusion implicit models (Song, Meng and Ermon 2020, arXiv:2010.02502, equation 12).
///
/// Without `eta` this is Euler's method in sigma space; with `eta` of 1 it is the ancestral sampling of
/// Ho et al. 2020 (arXiv:2006.11239).
public final class DdimSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.ddim";
  }

  @Override
  public String title() {
    return "DDIM";
  }

  @Override
  public String summary() {
    return "Denoising diffusion implicit models; Song, Meng, Ermon 2020, arXiv:2010.02502.";
  }

  @Override
  public List<String> aliases() {
    return List.of("DDIMScheduler", "k_ddim", "DDIM Parallel", "CogX DDIM");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("eta", 0, 0, 1, "Share of the noise that each step replaces."));
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.DISCRETE;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Ddim(values.real("eta"));
  }

  private record Ddim(double eta) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      for (int i = 0; i < sigmas.steps(); i++) {
        double sigma = sigmas.value(i);
        double arrival = sigmas.arrival(i);
        Ancestral split = Ancestral.split(sigma, arrival, eta);
        Tensor denoised = denoiser.denoise(x, sigma);
        x = denoised.plus(split.down() / sigma, x.minus(denoised));
        if (split.up() > 0) {
          x = x.plus(split.up(), noise.next(x.shape()));
        }
        x = resume(x, arrival, sigmas.value(i + 1));
        steps.step(i, sigma, denoised);
      }
      return x;
    }

    /// The published form keeps latents at unit variance, where landing beside the level of the next
    /// step needs no change; seen in sigma space, the scale differs.
    private static Tensor resume(Tensor x, double arrival, double next) {
      return arrival == next ? x : x.times(Math.hypot(1, next) / Math.hypot(1, arrival));
    }
  }
}
