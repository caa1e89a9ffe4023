package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.SamplerContract;

final class EulerAncestralSamplerTests implements SamplerContract {

  @Override
  public SamplerProvider provider() {
    return new EulerAncestralSampler();
  }
}
