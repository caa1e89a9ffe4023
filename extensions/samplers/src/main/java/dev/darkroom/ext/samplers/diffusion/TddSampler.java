package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Sampling of models distilled by target-driven distillation in four to eight steps (Wang et al. 2024,
/// arXiv:2409.01347). Without `eta` the steps are those of DDIM. The published share is one of the
/// timestep, this one of the noise level.
public final class TddSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.tdd",
          "TDD",
          "For models distilled by target-driven distillation (Wang et al. 2024,"
              + " arXiv:2409.01347).",
          "TDDScheduler");

  public TddSampler() {
    super(NAME);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("eta", 0, 0, 1, "Share of the next noise level that is drawn anew."));
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return TargetDriven.share(values.real("eta"));
  }
}
