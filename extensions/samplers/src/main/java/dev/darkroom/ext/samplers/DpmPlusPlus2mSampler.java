package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import java.util.List;

/// DPM-Solver++ in its multistep form (Lu et al. 2022, arXiv:2211.01095, algorithm 2): extrapolates
/// from what the model said in earlier steps, so second order costs one model call a step.
///
/// The noise prediction's integral is solved in `lambda = -log(sigma)`. The first steps, for which
/// there is no past, and a step to 0 are of lower order.
public final class DpmPlusPlus2mSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpmpp-2m";
  }

  @Override
  public String title() {
    return "DPM++ 2M";
  }

  @Override
  public String summary() {
    return "DPM-Solver++ over up to three steps; Lu et al. 2022, arXiv:2211.01095.";
  }

  @Override
  public List<String> aliases() {
    return List.of("DPMSolverMultistepScheduler", "dpmpp_2m", "k_dpmpp_2m", "sample_dpmpp_2m");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole("order", 2, 1, 3, "Order of the method."),
        new Parameter.Choice(
            "solver_type", "midpoint", List.of("midpoint", "heun"), "Rule of the second order."),
        new Parameter.Toggle(
            "lower_order_final", true, "Lower the order at the end of walks below 15 steps."),
        new Parameter.Toggle("euler_at_final", false, "Take the last step in first order."));
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new MultistepSolver(
        (int) values.whole("order"),
        values.text("solver_type").equals("heun"),
        values.toggle("lower_order_final"),
        values.toggle("euler_at_final"));
  }
}
