package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.WithSettings;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.Map;

/// Half of the noise replaced leads to the same distribution.
final class HalfOfTheNoiseTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new WithSettings(
        new Res2sSdeSampler(), Map.of("eta", "0.5"), new SamplerTraits(2, 2, true));
  }
}
