package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// An exponential Runge-Kutta method with new noise in every step as a sampler.
abstract class AncestralProvider extends NamedSampler {

  private final int order;
  private final ExponentialTableau tableau;

  AncestralProvider(SamplerName name, int order, ExponentialTableau tableau) {
    super(name);
    this.order = order;
    this.tableau = tableau;
  }

  @Override
  public final ParameterSet parameters() {
    return ParameterSet.of(Ancestral.ETA, Ancestral.S_NOISE);
  }

  @Override
  public final SamplerTraits traits() {
    return new SamplerTraits(order, 1 + tableau.stages().size(), true);
  }

  @Override
  public final Sampler create(ParameterValues values) {
    var method = new ExponentialRungeKutta(tableau);
    return new ExponentialAncestral(method, values.real("eta"), values.real("s_noise"));
  }
}
