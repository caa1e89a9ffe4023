package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class DdimUniformScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new DdimUniformSchedule();
  }

  /// `ddim_scheduler` of ComfyUI's `comfy/samplers.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(7.37185, 4.1167, 2.51092, 1.62369, 1.07603, 0.698399, 0.402218, 0.0413145);
  }

  /// The same formula for 7 steps gives these and one above.
  @Test
  void leaveOutTheHighestWhereThePublishedFormTakesAStepMore() {
    PublishedLevels.of(provider())
        .are(6.57065, 3.48546, 2.04731, 1.27206, 0.790062, 0.44031, 0.0413145);
  }
}
