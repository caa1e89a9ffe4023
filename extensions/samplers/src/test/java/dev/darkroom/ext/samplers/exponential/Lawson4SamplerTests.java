package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class Lawson4SamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new Lawson4Sampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
