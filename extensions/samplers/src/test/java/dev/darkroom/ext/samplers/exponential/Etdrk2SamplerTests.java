package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class Etdrk2SamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new Etdrk2Sampler();
  }
}
