package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// Restart sampling, as A1111 has it (Xu et al. 2023, arXiv:2306.14878). From 20 steps on it
/// spreads its own noise levels, as Karras et al. do, between the ends of the schedule's.
public final class RestartSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.restart",
          "Restart",
          "Heun that goes back up to higher noise levels, from 20 steps on (Xu et al. 2023,"
              + " arXiv:2306.14878).",
          "restart_sampler");

  public RestartSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 2, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Restart(values.real("s_noise"));
  }
}
