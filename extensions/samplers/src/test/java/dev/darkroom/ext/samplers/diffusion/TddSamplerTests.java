package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class TddSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new TddSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
