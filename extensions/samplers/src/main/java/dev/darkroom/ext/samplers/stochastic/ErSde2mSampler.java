package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// The extended reverse-time solver (Cui et al. 2023, arXiv:2309.06169) of second order.
public final class ErSde2mSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.er-sde-2m",
          "ER-SDE 2M",
          "Extended reverse-time solver of second order with noise (Cui et al. 2023,"
              + " arXiv:2309.06169).",
          "ER-SDE 2M FlowMatch",
          "sample_er_sde_2m");

  public ErSde2mSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new ErSde(2, values.real("s_noise"));
  }
}
