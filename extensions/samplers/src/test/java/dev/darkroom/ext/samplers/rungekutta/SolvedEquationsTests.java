package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.WithSettings;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.List;
import java.util.Map;

/// An implicit method shows its full order once its equations are solved by enough iterations.
final class SolvedEquationsTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    var solved = new SamplerTraits(4, 25, false);
    return new WithSettings(new GaussLegendre2Sampler(), Map.of("iterations", "12"), solved);
  }

  /// On a flow model's line it does better than its order.
  @Override
  public List<NoiseForm> forms() {
    return List.of(NoiseForm.EXPLODING);
  }
}
