package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.CfgPlusPlusSampler;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.SamplerName;

/// The refined exponential solver over two steps with new noise in every step (Zhang et al. 2023,
/// arXiv:2308.02157) and guidance by CFG++ (Chung et al. 2024, arXiv:2406.08070), as ComfyUI has
/// it.
public final class ResMultistepAncestralCfgPlusPlusSampler extends CfgPlusPlusSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.res-multistep-a-cfgpp",
          "RES multistep a CFG++",
          "RES multistep a with CFG++, for guidance scales of 0.5 to 2 (Chung et al. 2024,"
              + " arXiv:2406.08070).",
          "res_multistep_ancestral_cfg_pp",
          "sample_res_multistep_ancestral_cfg_pp");

  public ResMultistepAncestralCfgPlusPlusSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(Ancestral.ETA, Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new ResMultistep(Heading.UNCONDITIONAL, values.real("eta"), values.real("s_noise"));
  }
}
