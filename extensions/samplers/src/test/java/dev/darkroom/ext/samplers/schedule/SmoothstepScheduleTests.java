package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class SmoothstepScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new SmoothstepSchedule();
  }

  /// `SmoothStepScheduler` of stable-diffusion.cpp's `denoiser.cpp`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 11.3464, 6.25736, 3.11732, 1.61828, 0.880014, 0.469646, 0.207202);
  }
}
