package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Sampling of piecewise rectified flows (Yan et al. 2024, arXiv:2405.07510): models whose lines are
/// straight within each window of the walk. At one step a window, which is enough, the steps are those of
/// DDIM. Take a number of steps that the windows divide, and trailing timesteps. Only for models
/// rectified for it.
public final class PerflowSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.perflow",
          "PeRFlow",
          "For piecewise rectified flows, in four steps or eight (Yan et al. 2024,"
              + " arXiv:2405.07510).",
          "PeRFlowScheduler");

  public PerflowSampler() {
    super(NAME);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole("windows", 4, 1, 50, "Windows that the model was rectified in."));
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, false);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new PiecewiseFlow((int) values.whole("windows"));
  }
}
