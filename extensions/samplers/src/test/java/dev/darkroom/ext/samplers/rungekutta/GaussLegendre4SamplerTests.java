package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class GaussLegendre4SamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new GaussLegendre4Sampler();
  }
}
