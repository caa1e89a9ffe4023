package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.WithSettings;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.Map;

/// Without friction no noise is drawn, and Euler's method is left.
final class NoFrictionTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new WithSettings(
        new LangevinSampler(), Map.of("friction", "0"), new SamplerTraits(1, 1, false));
  }
}
