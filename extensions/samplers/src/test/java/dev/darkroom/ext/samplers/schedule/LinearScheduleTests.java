package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class LinearScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new LinearSchedule();
  }

  /// RES4LYF's `common_sigma_scheduler.py` in SD.Next, profile "smoothstep".
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 12.531, 10.4474, 8.36373, 6.28009, 4.19645, 2.11281, 0.0291675);
  }
}
