package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class ResMultistepAncestralCfgPlusPlusSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new ResMultistepAncestralCfgPlusPlusSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
