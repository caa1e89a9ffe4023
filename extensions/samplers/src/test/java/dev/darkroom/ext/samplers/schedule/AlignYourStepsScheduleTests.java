package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AlignYourStepsScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new AlignYourStepsSchedule();
  }

  /// `get_align_your_steps_sigmas` of A1111's `modules/sd_schedulers.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.615, 5.1881, 2.83884, 1.73066, 1.07078, 0.607827, 0.229864, 0.029);
  }

  /// The table.
  @Test
  void areTheTableItselfForElevenSteps() {
    PublishedLevels.of(provider())
        .are(14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152, 0.029);
  }

  /// The authors' howto, for SDXL.
  @Test
  void endInsteadOfTheLowestLevel() {
    new PublishedLevels(provider(), Map.of("table", "sdxl", "zero", "instead"))
        .are(14.615, 5.55129, 2.86785, 1.51523, 0.862, 0.504854, 0.298195, 0.135554);
  }
}
