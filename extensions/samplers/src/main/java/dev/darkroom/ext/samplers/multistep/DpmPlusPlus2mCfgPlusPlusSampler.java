package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.CfgPlusPlusSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// `sampler.dpmpp-2m` with guidance by CFG++ (Chung et al. 2024, arXiv:2406.08070), as ComfyUI has
/// it. Made for guidance scales from 0.5 to 2.
public final class DpmPlusPlus2mCfgPlusPlusSampler extends CfgPlusPlusSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.dpmpp-2m-cfgpp",
          "DPM++ 2M CFG++",
          "DPM++ 2M with CFG++, for guidance scales of 0.5 to 2 (Chung et al. 2024,"
              + " arXiv:2406.08070).",
          "dpmpp_2m_cfg_pp",
          "sample_dpmpp_2m_cfg_pp");

  public DpmPlusPlus2mCfgPlusPlusSampler() {
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
    return new CfgPlusPlus2m();
  }
}
