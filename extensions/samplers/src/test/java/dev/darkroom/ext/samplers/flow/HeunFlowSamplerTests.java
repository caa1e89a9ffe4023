package dev.darkroom.ext.samplers.flow;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;

final class HeunFlowSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new HeunFlowSampler();
  }
}
