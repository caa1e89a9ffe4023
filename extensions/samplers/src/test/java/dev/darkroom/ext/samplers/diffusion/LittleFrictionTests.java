package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.WithSettings;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.Map;

/// Any friction leads to the same distribution.
final class LittleFrictionTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new WithSettings(
        new LangevinSampler(), Map.of("friction", "0.3"), new SamplerTraits(1, 1, true));
  }
}
