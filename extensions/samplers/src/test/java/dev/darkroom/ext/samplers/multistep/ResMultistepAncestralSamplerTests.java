package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class ResMultistepAncestralSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new ResMultistepAncestralSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
