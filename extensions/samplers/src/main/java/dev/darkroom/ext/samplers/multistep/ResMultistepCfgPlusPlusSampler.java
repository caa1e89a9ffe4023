package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.CfgPlusPlusSampler;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.SamplerName;

/// The refined exponential solver over two steps (Zhang et al. 2023, arXiv:2308.02157) with
/// guidance by CFG++ (Chung et al. 2024, arXiv:2406.08070), as ComfyUI has it.
public final class ResMultistepCfgPlusPlusSampler extends CfgPlusPlusSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.res-multistep-cfgpp",
          "RES multistep CFG++",
          "RES multistep with CFG++, for guidance scales of 0.5 to 2 (Chung et al. 2024,"
              + " arXiv:2406.08070).",
          "res_multistep_cfg_pp",
          "sample_res_multistep_cfg_pp");

  public ResMultistepCfgPlusPlusSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(2, 1, false);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.none();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new ResMultistep(Heading.UNCONDITIONAL, 0, 1);
  }
}
