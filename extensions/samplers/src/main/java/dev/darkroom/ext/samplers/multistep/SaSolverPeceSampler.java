package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// SA-Solver that asks the model again after each correction, as ComfyUI has it (Xue et al. 2023,
/// arXiv:2309.05019). Two model calls a step.
public final class SaSolverPeceSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.sa-solver-pece",
          "SA Solver PECE",
          "SA-Solver that evaluates after correcting, too (Xue et al. 2023, arXiv:2309.05019).",
          "sa_solver_pece");

  public SaSolverPeceSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 2, true);
  }

  @Override
  public ParameterSet parameters() {
    return SaSolverSettings.ofOrders(3, 4);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return SaSolverSettings.solver(values, true);
  }
}
