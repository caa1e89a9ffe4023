package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.CfgPlusPlusSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Euler's method with new noise in every step and guidance by CFG++, as ComfyUI has it (Chung et
/// al. 2024, arXiv:2406.08070). Made for guidance scales from 0.5 to 2.
public final class EulerAncestralCfgPlusPlusSampler extends CfgPlusPlusSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.euler-a-cfgpp",
          "Euler a CFG++",
          "Euler a with CFG++, for guidance scales of 0.5 to 2 (Chung et al. 2024,"
              + " arXiv:2406.08070).",
          "euler_ancestral_cfg_pp",
          "sample_euler_ancestral_cfg_pp");

  public EulerAncestralCfgPlusPlusSampler() {
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
    return new CfgPlusPlusEuler(values.real("eta"), values.real("s_noise"), 1);
  }
}
