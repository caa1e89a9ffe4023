package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class SgmUniformScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new SgmUniformSchedule();
  }

  /// `sgm_uniform` of A1111's `modules/sd_schedulers.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 7.30198, 4.08608, 2.49597, 1.61558, 1.07116, 0.69515, 0.399702);
  }
}
