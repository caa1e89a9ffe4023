package dev.darkroom.ext.samplers.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.testkit.ScheduleContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KlOptimalScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new KlOptimalSchedule();
  }

  /// `kl_optimal_scheduler` of ComfyUI's `comfy/samplers.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6147, 3.49349, 1.87812, 1.18787, 0.777037, 0.483188, 0.244328, 0.0291675);
  }

  /// `kl_optimal` of A1111's `modules/sd_schedulers.py`.
  @Test
  void endAtTheLowestLevelIfAskedTo() {
    Sigmas sigmas = new PublishedLevels(provider(), Map.of("final_sigma", "sigma_min")).sigmas(8);
    double[] published = {
      14.6147, 3.87614, 2.14274, 1.39833, 0.961589, 0.657535, 0.419837, 0.21662, 0.0291675
    };
    for (int i = 0; i < published.length; i++) {
      assertThat(sigmas.value(i)).isEqualTo(published[i], within(1e-4));
    }
  }
}
