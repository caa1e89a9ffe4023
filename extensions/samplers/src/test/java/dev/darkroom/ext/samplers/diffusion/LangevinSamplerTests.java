package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class LangevinSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new LangevinSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
