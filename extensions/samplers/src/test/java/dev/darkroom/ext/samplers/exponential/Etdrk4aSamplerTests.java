package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class Etdrk4aSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new Etdrk4aSampler();
  }
}
