package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import org.junit.jupiter.api.Test;

final class GitsScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new GitsSchedule();
  }

  /// stable-diffusion.cpp's `gits_noise.h`, coefficient 1.20.
  @Test
  void areTheTableUpToTwenty() {
    PublishedLevels.of(provider()).are(14.6146, 2.36326, 0.921923, 0.36617);
  }

  /// `log_linear_interpolation` of its last row.
  @Test
  void areStretchedBeyond() {
    PublishedLevels.of(provider())
        .are(
            14.6146, 8.56138, 5.63028, 3.9423, 2.87412, 2.19989, 1.71847, 1.37945, 1.11713, 0.90834,
            0.74807, 0.623013, 0.53685, 0.462894, 0.396465, 0.343706, 0.306692, 0.268566, 0.240183,
            0.219884, 0.198949, 0.175647, 0.150046, 0.120421, 0.0770601);
  }
}
