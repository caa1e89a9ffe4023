package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class EasingScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new EasingSchedule();
  }

  /// RES4LYF's `common_sigma_scheduler.py` in SD.Next, profile "easing".
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 13.8067, 11.7231, 8.87401, 5.76981, 2.92075, 0.837109, 0.0291675);
  }
}
