package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class DpmPlusPlusSingleSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new DpmPlusPlusSingleSampler();
  }
}
