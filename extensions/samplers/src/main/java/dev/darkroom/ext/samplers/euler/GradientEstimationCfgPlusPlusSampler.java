package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.CfgPlusPlusSampler;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.SamplerName;

/// Gradient estimation with guidance by CFG++, as ComfyUI has it (Chung et al. 2024,
/// arXiv:2406.08070).
public final class GradientEstimationCfgPlusPlusSampler extends CfgPlusPlusSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.gradient-estimation-cfgpp",
          "Gradient estimation CFG++",
          "Gradient estimation with CFG++, for guidance scales of 0.5 to 2 (Chung et al. 2024,"
              + " arXiv:2406.08070).",
          "gradient_estimation_cfg_pp",
          "sample_gradient_estimation_cfg_pp");

  public GradientEstimationCfgPlusPlusSampler() {
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
    return new GradientEstimation(Heading.UNCONDITIONAL, values.real("ge_gamma"));
  }
}
