package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.ext.samplers.DynamicThresholding;
import dev.darkroom.ext.samplers.multistep.MultistepSde.Bend;
import dev.darkroom.ext.samplers.multistep.MultistepSde.Rule;
import dev.darkroom.ext.samplers.multistep.MultistepSde.Weighing;
import java.util.List;
import java.util.Map;

/// DPM-Solver++ in its multistep form (Lu et al. 2022, arXiv:2211.01095, algorithm 2): extrapolates
/// from what the model said in earlier steps, so second order costs one model call a step.
///
/// The noise prediction's integral is solved in `lambda = -log(sigma)`. The first steps, for which
/// there is no past, and a step to 0 are of lower order.
public final class DpmPlusPlus2mSampler implements SamplerProvider {

  private static final String PLAIN = "dpmsolver++";
  private static final String NOISY = "sde-dpmsolver++";

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
    return List.of(
        "DPMSolverMultistepScheduler",
        "EDMDPMSolverMultistepScheduler",
        "dpmpp_2m",
        "DPM2++ 2M FlowMatch",
        "k_dpmpp_2m",
        "sample_dpmpp_2m");
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of("DPM++", Map.of("order", "1")),
        Preset.of("DPM++ 3M", Map.of("order", "3")),
        Preset.on("DPM++ 2M EDM", "schedule.karras"));
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        DynamicThresholding.besides(
            new Parameter.Whole("order", 2, 1, 3, "Order of the method."),
            new Parameter.Choice(
                "algorithm_type",
                PLAIN,
                List.of(PLAIN, NOISY),
                "The solver of the flow, or that of the stochastic equation."),
            new Parameter.Choice(
                "solver_type", "midpoint", List.of("midpoint", "heun"), "Rule of second order."),
            FinalOrders.LOWER,
            FinalOrders.EULER));
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
    Rule rule = values.text("solver_type").equals("heun") ? Rule.HEUN : Rule.MIDPOINT;
    double eta = values.text("algorithm_type").equals(NOISY) ? 1 : 0;
    Weighing weighing = new Weighing(rule, eta > 0 ? Bend.PUBLISHED : Bend.EXACT);
    FinalOrders end = FinalOrders.of(values);
    return DynamicThresholding.around(
        new MultistepSde((int) values.whole("order"), weighing, eta, 1, end), values);
  }
}
