package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.CfgPlusPlusSampler;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.SamplerName;

/// `sampler.dpmpp-2s-a` with guidance by CFG++ (Chung et al. 2024, arXiv:2406.08070), as ComfyUI has
/// it. Made for guidance scales from 0.5 to 2.
public final class DpmPlusPlus2sAncestralCfgPlusPlusSampler extends CfgPlusPlusSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.dpmpp-2s-a-cfgpp",
          "DPM++ 2S a CFG++",
          "DPM++ 2S a with CFG++, for guidance scales of 0.5 to 2 (Chung et al. 2024,"
              + " arXiv:2406.08070).",
          "dpmpp_2s_ancestral_cfg_pp",
          "sample_dpmpp_2s_ancestral_cfg_pp");

  public DpmPlusPlus2sAncestralCfgPlusPlusSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 2, true);
  }

  @Override
  public ParameterSet parameters() {
    return DpmPlusPlus2s.parameters();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return DpmPlusPlus2s.of(Heading.UNCONDITIONAL, values);
  }
}
