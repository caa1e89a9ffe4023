package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BongTangentScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new BongTangentSchedule();
  }

  /// `bong_tangent_scheduler` of RES4LYF's `sigmas.py`, times the highest level.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(
            14.6146, 14.4934, 14.3514, 14.1828, 13.9796, 13.7305, 13.4188, 13.0192, 12.4923,
            11.7754, 10.7685, 9.32618, 7.30732, 5.25152, 3.60093, 2.42173, 1.59852, 1.01235,
            0.581581, 0.254861);
  }

  /// The same with settings.
  @Test
  void followTheirSettings() {
    new PublishedLevels(
            provider(),
            Map.of("pivot_1", "0.5", "pivot_2", "0.7", "slope_1", "0.3", "slope_2", "0.1"))
        .are(14.6146, 14.4054, 14.0647, 13.4208, 11.8616, 7.30732, 4.67241, 2.0375);
  }
}
