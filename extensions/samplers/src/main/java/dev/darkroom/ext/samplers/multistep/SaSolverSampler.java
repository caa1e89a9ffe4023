package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// SA-Solver: Adams' methods for the stochastic equation, predictor and corrector, with as much noise as
/// `tau` says at the middle levels (Xue et al. 2023, arXiv:2309.05019). One model call a step.
public final class SaSolverSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.sa-solver",
          "SA Solver",
          "Stochastic Adams predictor-corrector (Xue et al. 2023, arXiv:2309.05019).",
          "SASolverScheduler",
          "sa_solver");

  public SaSolverSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public ParameterSet parameters() {
    return SaSolverSettings.ofOrders(2, 2);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return SaSolverSettings.solver(values, false);
  }
}
