package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class ExponentialHeunSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new ExponentialHeunSampler();
  }
}
