package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Heading;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// The refined exponential solver over two steps, as ComfyUI has it (Zhang et al. 2023,
/// arXiv:2308.02157).
public final class ResMultistepSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.res-multistep",
          "RES multistep",
          "Refined exponential solver of second order over two steps (Zhang et al. 2023,"
              + " arXiv:2308.02157).",
          "res_multistep",
          "sample_res_multistep");

  public ResMultistepSampler() {
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
    return new ResMultistep(Heading.GUIDED, 0, 1);
  }
}
