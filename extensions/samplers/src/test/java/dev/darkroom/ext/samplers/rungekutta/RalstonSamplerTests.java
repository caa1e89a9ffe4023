package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class RalstonSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new RalstonSampler();
  }
}
