package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// An explicit Runge-Kutta method as a sampler.
abstract class ExplicitProvider extends NamedSampler {

  private final int order;
  private final Tableau tableau;

  ExplicitProvider(SamplerName name, int order, Tableau tableau) {
    super(name);
    this.order = order;
    this.tableau = tableau;
  }

  final Tableau tableau() {
    return tableau;
  }

  @Override
  public final SamplerTraits traits() {
    return new SamplerTraits(order, tableau.stages(), false);
  }

  @Override
  public final Sampler create(ParameterValues values) {
    return new ExplicitRungeKutta(tableau);
  }
}
