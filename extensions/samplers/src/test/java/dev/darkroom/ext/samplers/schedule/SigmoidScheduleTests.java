package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SigmoidScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new SigmoidSchedule();
  }

  /// RES4LYF's `common_sigma_scheduler.py` in SD.Next, profile "sigmoid".
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.517, 14.2158, 13.0832, 9.82109, 4.82272, 1.56065, 0.428033, 0.126786);
  }

  /// The same with settings.
  @Test
  void followTheirSettings() {
    new PublishedLevels(provider(), Map.of("variant", "tanh", "gain", "0.5", "offset", "1"))
        .are(14.3523, 13.5791, 11.0879, 6.28712, 2.25504, 0.632621, 0.178483, 0.0652322);
  }
}
