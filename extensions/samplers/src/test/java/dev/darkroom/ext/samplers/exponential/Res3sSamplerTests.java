package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class Res3sSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new Res3sSampler();
  }
}
