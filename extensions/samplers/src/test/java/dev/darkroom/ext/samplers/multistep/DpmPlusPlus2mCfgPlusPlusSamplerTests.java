package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;

final class DpmPlusPlus2mCfgPlusPlusSamplerTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new DpmPlusPlus2mCfgPlusPlusSampler();
  }

  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }
}
