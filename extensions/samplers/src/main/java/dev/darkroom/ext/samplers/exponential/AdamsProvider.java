package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;

/// An exponential multistep method as a sampler.
abstract class AdamsProvider extends NamedSampler {

  private final ExponentialAdams method;

  AdamsProvider(SamplerName name, ExponentialAdams method) {
    super(name);
    this.method = method;
  }

  @Override
  public final SamplerTraits traits() {
    int order = method.answers() + Math.min(1, method.corrections());
    return new SamplerTraits(order, 1 + method.corrections(), false);
  }

  @Override
  public final Sampler create(ParameterValues values) {
    return method;
  }
}
