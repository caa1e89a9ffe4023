package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.stochastic.Seeds.Rule;
import java.util.List;

/// SEEDS with three stages, as ComfyUI has it (Gonzalez et al. 2023, arXiv:2305.14267).
public final class Seeds3Sampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.seeds-3",
          "SEEDS-3",
          "Exponential solver of three stages with noise along one path (Gonzalez et al. 2023,"
              + " arXiv:2305.14267).",
          "seeds_3",
          "sample_seeds_3");

  public Seeds3Sampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 3, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(Ancestral.ETA, Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Seeds(
        List.of(1 / 3.0, 2 / 3.0), Rule.LINEAR, values.real("eta"), values.real("s_noise"));
  }
}
