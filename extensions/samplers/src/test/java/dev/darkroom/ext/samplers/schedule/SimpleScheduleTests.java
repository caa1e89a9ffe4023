package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class SimpleScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new SimpleSchedule();
  }

  /// `simple_scheduler` of ComfyUI's `comfy/samplers.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 7.29735, 4.08173, 2.49253, 1.61289, 1.06895, 0.693205, 0.397746);
  }

  /// The same where the number of steps does not divide 1000.
  @Test
  void roundTowardsTheHighest() {
    PublishedLevels.of(provider())
        .are(14.6146, 6.70163, 3.5282, 2.06167, 1.27624, 0.790062, 0.438062);
  }
}
