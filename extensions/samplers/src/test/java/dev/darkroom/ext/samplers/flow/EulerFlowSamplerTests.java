package dev.darkroom.ext.samplers.flow;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class EulerFlowSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new EulerFlowSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.EXPLODING, NoiseForm.FLOW);
  }
}
