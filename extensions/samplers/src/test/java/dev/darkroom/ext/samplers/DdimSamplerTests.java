package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.SamplerContract;

final class DdimSamplerTests implements SamplerContract {

  @Override
  public SamplerProvider provider() {
    return new DdimSampler();
  }
}
