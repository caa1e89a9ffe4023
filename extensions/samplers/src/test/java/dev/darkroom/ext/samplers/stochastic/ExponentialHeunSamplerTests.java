package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class ExponentialHeunSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new ExponentialHeunSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
