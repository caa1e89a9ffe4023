package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.DynamicThresholding;
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
    return ParameterSet.of(
        DynamicThresholding.besides(
            new Parameter.Whole("predictor_order", 2, 1, 4, "Order of the predictor."),
            new Parameter.Whole("corrector_order", 2, 1, 4, "Order of the corrector."),
            new Parameter.Toggle("lower_order_final", true, "Lower the order in the last steps."),
            new Parameter.Real("tau", 1, 0, 2, "Strength of the noise."),
            new Parameter.Real(
                "tau_min",
                0.58,
                0,
                1e9,
                "The lowest level that gets noise; timestep 200 of Stable Diffusion."),
            new Parameter.Real(
                "tau_max", 5.1, 0, 1e9, "The highest level that gets noise; timestep 800.")));
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return DynamicThresholding.around(
        new SaSolver(
            (int) values.whole("predictor_order"),
            (int) values.whole("corrector_order"),
            values.toggle("lower_order_final"),
            new SaSolver.Strength(
                values.real("tau"), values.real("tau_min"), values.real("tau_max"))),
        values);
  }
}
