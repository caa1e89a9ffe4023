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
import dev.darkroom.ext.samplers.multistep.UniPc.Scale;
import java.util.List;

/// The unified predictor-corrector (Zhao et al. 2023, arXiv:2302.04867) on clean latents: each model
/// call corrects the step that led to it and predicts the next. One call a step. The corrector gains an
/// order; a last step of lower order, as published, costs it again.
public final class UniPcSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.unipc",
          "UniPC",
          "Unified predictor-corrector, one model call a step (Zhao et al. 2023,"
              + " arXiv:2302.04867).",
          "UniPCMultistepScheduler",
          "uni_pc",
          "uni_pc_bh2",
          "UniPC FlowMatch");

  public UniPcSampler() {
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
            new Parameter.Whole("order", 2, 1, 3, "Order of the predictor."),
            new Parameter.Choice(
                "solver_type",
                "bh2",
                List.of("bh1", "bh2"),
                "The function B(h): h for few steps without guidance, exp(h) - 1 else."),
            new Parameter.Toggle("lower_order_final", true, "Lower the order in the last steps.")));
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.SOLVER;
  }

  @Override
  public Sampler create(ParameterValues values) {
    Scale scale = values.text("solver_type").equals("bh1") ? Scale.BH1 : Scale.BH2;
    return DynamicThresholding.around(
        new UniPc((int) values.whole("order"), scale, values.toggle("lower_order_final")), values);
  }
}
