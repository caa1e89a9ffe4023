package dev.darkroom.ext.samplers.flow;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.diffusion.Renoising;
import dev.darkroom.ext.samplers.euler.EulerSampler;
import java.util.Map;

/// Euler's method on flow models (Lipman et al. 2022, arXiv:2210.02747), or with `stochastic_sampling`
/// to the clean latents and up again with new noise, for distilled ones.
public final class EulerFlowSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.euler-flow",
          "Euler FlowMatch",
          "Euler's method on flow models (Lipman et al. 2022, arXiv:2210.02747).",
          "FlowMatchEulerDiscreteScheduler");

  public EulerFlowSampler() {
    super(NAME);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Toggle(
            "stochastic_sampling", false, "Draw all noise anew in every step; distilled models."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    EulerSampler euler = new EulerSampler();
    return values.toggle("stochastic_sampling")
        ? new Renoising(0)
        : euler.create(euler.parameters().parse(Map.of()));
  }
}
