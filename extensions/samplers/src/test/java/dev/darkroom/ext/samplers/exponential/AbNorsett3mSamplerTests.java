package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class AbNorsett3mSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new AbNorsett3mSampler();
  }
}
