package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class EulerCfgPlusPlusSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new EulerCfgPlusPlusSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
