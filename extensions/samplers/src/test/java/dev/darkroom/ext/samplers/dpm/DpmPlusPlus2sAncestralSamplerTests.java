package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class DpmPlusPlus2sAncestralSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new DpmPlusPlus2sAncestralSampler();
  }
}
