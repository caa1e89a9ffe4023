package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class TurboScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new TurboSchedule();
  }

  /// `turbo_scheduler` of Forge's `modules/sd_schedulers.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(
            14.6146, 10.139, 7.29735, 5.40134, 4.08173, 3.15426, 2.49253, 1.99802, 1.61289, 1.31012,
            1.06895, 0.868023, 0.693205, 0.53863, 0.397746, 0.255573);
  }
}
