package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// DDIM with guidance by CFG++, as A1111 has it (Chung et al. 2024, arXiv:2406.08070): the usual
/// guidance scales, up to 12.5, stand for those of the paper, up to 1.
public final class DdimCfgPlusPlusSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.ddim-cfgpp",
          "DDIM CFG++",
          "DDIM with CFG++; takes usual guidance scales and divides them by 12.5 (Chung et al."
              + " 2024, arXiv:2406.08070).",
          "ddim_cfgpp");

  public DdimCfgPlusPlusSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(1, 1, false);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("eta", 0, 0, 1, "Share of the noise that each step replaces."),
        new Parameter.Real(
            "guidance_divisor", 12.5, 1, 100, "What the guidance scale is divided by."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new CfgPlusPlusEuler(values.real("eta"), 1, values.real("guidance_divisor"));
  }
}
