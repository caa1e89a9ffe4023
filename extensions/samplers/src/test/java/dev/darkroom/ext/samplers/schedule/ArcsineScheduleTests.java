package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class ArcsineScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new ArcsineSchedule();
  }

  /// RES4LYF's `common_sigma_scheduler.py` in SD.Next, profile "arcsine".
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 13.2836, 11.9242, 10.502, 8.96684, 7.22715, 5.0535, 0.0291675);
  }
}
