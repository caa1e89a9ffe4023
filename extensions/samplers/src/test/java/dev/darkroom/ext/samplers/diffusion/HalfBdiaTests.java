package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.WithSettings;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.Map;

/// Half of the correction leaves the first order.
final class HalfBdiaTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new WithSettings(
        new BdiaSampler(), Map.of("gamma", "0.5"), new SamplerTraits(1, 1, false));
  }
}
