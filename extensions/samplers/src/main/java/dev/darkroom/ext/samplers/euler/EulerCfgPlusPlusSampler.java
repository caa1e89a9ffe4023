package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.CfgPlusPlusSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Euler's method with guidance by CFG++, as ComfyUI has it (Chung et al. 2024, arXiv:2406.08070).
/// Made for guidance scales from 0.5 to 2.
public final class EulerCfgPlusPlusSampler extends CfgPlusPlusSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.euler-cfgpp",
          "Euler CFG++",
          "Euler with CFG++, for guidance scales of 0.5 to 2 (Chung et al. 2024,"
              + " arXiv:2406.08070).",
          "euler_cfg_pp",
          "sample_euler_cfg_pp");

  public EulerCfgPlusPlusSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(1, 1, false);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.none();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new CfgPlusPlusEuler(0, 0, 1);
  }
}
