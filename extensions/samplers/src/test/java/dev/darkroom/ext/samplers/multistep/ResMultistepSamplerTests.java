package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class ResMultistepSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new ResMultistepSampler();
  }
}
