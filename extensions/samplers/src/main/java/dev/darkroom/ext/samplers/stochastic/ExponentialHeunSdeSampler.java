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

/// Exponential Heun's method with noise, as ComfyUI has it: SEEDS-2 (Gonzalez et al. 2023,
/// arXiv:2305.14267) with the second stage at the end of the step.
public final class ExponentialHeunSdeSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.exp-heun-2-x0-sde",
          "Exponential Heun SDE",
          "Exponential Heun with noise along one path (Gonzalez et al. 2023, arXiv:2305.14267).",
          "exp_heun_2_x0_sde",
          "sample_exp_heun_2_x0_sde");

  public ExponentialHeunSdeSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 2, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(Ancestral.ETA, Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Seeds(List.of(1.0), Rule.LINEAR, values.real("eta"), values.real("s_noise"));
  }
}
