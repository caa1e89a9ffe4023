package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class Lawson4SamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new Lawson4Sampler();
  }
}
