package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class SineScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new SineSchedule();
  }

  /// RES4LYF's `common_sigma_scheduler.py` in SD.Next, profile "sine".
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 11.3691, 8.28624, 5.52075, 3.21126, 1.47358, 0.394855, 0.0291675);
  }
}
