package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.stochastic.Seeds.Rule;
import java.util.List;

/// Exponential Heun's method, as ComfyUI has it: SEEDS-2 (Gonzalez et al. 2023, arXiv:2305.14267)
/// with the second stage at the end of the step and without noise.
public final class ExponentialHeunSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.exp-heun-2-x0",
          "Exponential Heun",
          "Heun's rule for the clean latents as an exponential integrator (Gonzalez et al. 2023,"
              + " arXiv:2305.14267).",
          "exp_heun_2_x0",
          "sample_exp_heun_2_x0");

  public ExponentialHeunSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(2, 2, false);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.none();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Seeds(List.of(1.0), Rule.LINEAR, 0, 0);
  }
}
