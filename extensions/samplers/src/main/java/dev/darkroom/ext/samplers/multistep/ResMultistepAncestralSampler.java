package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// The refined exponential solver over two steps, with new noise in every step, as ComfyUI has it
/// (Zhang et al. 2023, arXiv:2308.02157).
public final class ResMultistepAncestralSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.res-multistep-a",
          "RES multistep a",
          "RES multistep with new noise in every step (Zhang et al. 2023, arXiv:2308.02157).",
          "res_multistep_ancestral",
          "sample_res_multistep_ancestral");

  public ResMultistepAncestralSampler() {
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
    return new ResMultistep(Heading.GUIDED, values.real("eta"), values.real("s_noise"));
  }
}
