package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.ExplodingView;
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
    return List.of(
        "DDIMScheduler",
        "k_ddim",
        "DDIMParallelScheduler",
        "DDIM Parallel",
        "CogVideoXDDIMScheduler",
        "CogX DDIM");
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
    return new ExplodingView(new Ddim(values.real("eta")));
  }
}
