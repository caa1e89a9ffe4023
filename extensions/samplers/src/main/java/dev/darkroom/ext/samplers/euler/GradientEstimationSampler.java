package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Gradient estimation, as ComfyUI has it (Permenter and Yuan 2023, arXiv:2306.04848).
public final class GradientEstimationSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.gradient-estimation",
          "Gradient estimation",
          "Euler along a slope that carries on its last change (Permenter and Yuan 2023,"
              + " arXiv:2306.04848).",
          "gradient_estimation",
          "sample_gradient_estimation");

  public GradientEstimationSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(1, 1, false);
  }

  @Override
  public ParameterSet parameters() {
    return GradientEstimation.parameters();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new GradientEstimation(Heading.GUIDED, values.real("ge_gamma"));
  }
}
