package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class Pec433SamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new Pec433Sampler();
  }
}
