package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class NormalScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new NormalSchedule();
  }

  /// `normal_scheduler` of ComfyUI's `comfy/samplers.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 6.678, 3.52206, 2.06064, 1.27683, 0.79126, 0.439666, 0.0291675);
  }
}
