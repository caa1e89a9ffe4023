package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class ExponentialHeunSdeSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new ExponentialHeunSdeSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
