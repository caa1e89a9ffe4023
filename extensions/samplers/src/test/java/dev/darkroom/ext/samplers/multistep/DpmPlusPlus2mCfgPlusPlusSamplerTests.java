package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class DpmPlusPlus2mCfgPlusPlusSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new DpmPlusPlus2mCfgPlusPlusSampler();
  }
}
