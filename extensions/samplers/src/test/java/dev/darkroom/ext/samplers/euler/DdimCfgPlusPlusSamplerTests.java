package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class DdimCfgPlusPlusSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new DdimCfgPlusPlusSampler();
  }
}
