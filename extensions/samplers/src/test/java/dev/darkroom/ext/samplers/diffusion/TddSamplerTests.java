package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class TddSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new TddSampler();
  }
}
