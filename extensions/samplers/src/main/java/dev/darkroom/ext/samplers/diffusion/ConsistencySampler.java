package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Multistep sampling of consistency models (Song et al. 2023, arXiv:2303.01469, algorithm 1). Their
/// clean latents are those at the lowest level, whose noise is left out of what is added. Only for models
/// trained or distilled for it.
public final class ConsistencySampler extends RenoisingProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.consistency",
          "CMSI",
          "Multistep sampling of consistency models (Song et al. 2023, arXiv:2303.01469).",
          "CMStochasticIterativeScheduler");

  public ConsistencySampler() {
    super(NAME);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("sigma_min", 0.002, 0, 1, "The level that the model calls clean."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Renoising(values.real("sigma_min"));
  }
}
