package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.ExplodingView;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Denoising diffusion probabilistic models (Ho, Jain and Abbeel 2020, arXiv:2006.11239, algorithm 2)
/// with the lower of the two variances: each step draws all of its noise anew. Does not converge.
public final class DdpmSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.ddpm",
          "DDPM",
          "The first sampler of diffusion models, all noise drawn anew (Ho et al. 2020,"
              + " arXiv:2006.11239).",
          "DDPMScheduler",
          "DDPMParallelScheduler",
          "DDPM Parallel");

  public DdpmSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.DISCRETE;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new ExplodingView(new Ddim(1));
  }
}
