package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.WithSettings;
import dev.darkroom.testkit.ConvergenceContract;
import java.util.Map;

/// Compensation moves answers by a share of the step, which leaves the first order.
final class CompensatedAnswersTests implements ConvergenceContract {

  @Override
  public SamplerProvider provider() {
    return new WithSettings(
        new DcSolverSampler(), Map.of("ratio", "1.3"), new SamplerTraits(1, 1, false));
  }
}
