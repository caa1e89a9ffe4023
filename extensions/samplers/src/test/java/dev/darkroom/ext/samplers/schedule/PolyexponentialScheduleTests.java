package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PolyexponentialScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new PolyexponentialSchedule();
  }

  /// `get_sigmas_polyexponential` of k-diffusion's `k_diffusion/sampling.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6147, 6.01298, 2.47395, 1.01787, 0.418789, 0.172304, 0.0708922, 0.0291675);
  }

  /// The same with a rho of 2.
  @Test
  void followTheirRho() {
    new PublishedLevels(provider(), Map.of("rho", "2"))
        .are(14.6147, 2.80861, 0.695655, 0.222073, 0.0913688, 0.0484506, 0.0331131, 0.0291675);
  }
}
