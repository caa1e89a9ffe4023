package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class Seeds2SamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new Seeds2Sampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
