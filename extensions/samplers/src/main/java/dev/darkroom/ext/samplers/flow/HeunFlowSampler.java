package dev.darkroom.ext.samplers.flow;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.euler.HeunSampler;
import java.util.Map;

/// Heun's method on flow models (Karras et al. 2022, arXiv:2206.00364; Esser et al. 2024,
/// arXiv:2403.03206). Two model calls a step, one in a last step to 0.
public final class HeunFlowSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.heun-flow",
          "Heun FlowMatch",
          "Heun's method on flow models (Karras et al. 2022, arXiv:2206.00364).",
          "FlowMatchHeunDiscreteScheduler");

  public HeunFlowSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(2, 2, false);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.none();
  }

  @Override
  public Sampler create(ParameterValues values) {
    HeunSampler heun = new HeunSampler();
    return heun.create(heun.parameters().parse(Map.of()));
  }
}
