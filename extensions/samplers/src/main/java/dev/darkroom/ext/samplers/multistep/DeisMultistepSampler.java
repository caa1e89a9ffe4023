package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.multistep.LinearMultistep.Ending;
import java.util.function.DoubleUnaryOperator;

/// Diffusion exponential integrator sampler in its rhoAB form (Zhang and Chen 2022, arXiv:2204.13902): the
/// slopes are a polynomial of sigma. At order 4 these are the steps of [LmsSampler].
public final class DeisMultistepSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.deis-rho",
          "DEIS-Multistep",
          "DEIS in its rhoAB form: slopes as a polynomial of sigma (Zhang and Chen 2022,"
              + " arXiv:2204.13902).",
          "DEIS-Unified 2M",
          "deis_2m");

  public DeisMultistepSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole("order", 2, 1, 4, "How many slopes are joined by a polynomial."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new LinearMultistep(
        (int) values.whole("order"),
        new LagrangeWeights(DoubleUnaryOperator.identity()),
        Ending.CLEAN);
  }
}
