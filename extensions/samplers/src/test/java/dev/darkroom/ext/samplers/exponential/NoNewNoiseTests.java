package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.WithSettings;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.Map;

/// Without new noise the method behind is left.
final class NoNewNoiseTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new WithSettings(
        new Res3sSdeSampler(), Map.of("eta", "0"), new SamplerTraits(3, 3, false));
  }
}
