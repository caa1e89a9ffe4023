package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// An exponential Runge-Kutta method as a sampler.
abstract class ExponentialProvider extends NamedSampler {

  private final int order;
  private final ExponentialTableau tableau;

  ExponentialProvider(SamplerName name, int order, ExponentialTableau tableau) {
    super(name);
    this.order = order;
    this.tableau = tableau;
  }

  @Override
  public final SamplerTraits traits() {
    return new SamplerTraits(order, 1 + tableau.stages().size(), false);
  }

  @Override
  public final Sampler create(ParameterValues values) {
    return new ExponentialRungeKutta(tableau);
  }
}
