package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.DynamicThresholding;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import java.util.List;

/// DPM-Solver++ in its single-step form, as diffusers has it (Lu et al. 2022, arXiv:2211.01095,
/// algorithm 1): blocks of one to three listed levels, each of which starts anew. One model call a
/// level.
public final class DpmPlusPlusSingleSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.dpmpp-single",
          "DPM++ 1S",
          "DPM-Solver++ in blocks of levels that start anew (Lu et al. 2022, arXiv:2211.01095).",
          "DPMSolverSinglestepScheduler");

  public DpmPlusPlusSingleSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        DynamicThresholding.besides(
            new Parameter.Whole("order", 2, 1, 3, "Most levels in a block."),
            new Parameter.Choice(
                "solver_type", "midpoint", List.of("midpoint", "heun"), "Rule of the blocks.")));
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return DynamicThresholding.around(
        new BlockSolver((int) values.whole("order"), values.text("solver_type").equals("heun")),
        values);
  }
}
