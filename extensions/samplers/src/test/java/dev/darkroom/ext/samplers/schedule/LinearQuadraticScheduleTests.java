package dev.darkroom.ext.samplers.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LinearQuadraticScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new LinearQuadraticSchedule();
  }

  /// `linear_quadratic_schedule` of ComfyUI's `comfy/samplers.py`.
  @Test
  void areThePublishedOnes() {
    PublishedLevels.of(provider())
        .are(14.6146, 14.5233, 14.432, 14.3406, 14.2493, 13.2902, 10.5956, 6.16555);
  }

  /// The same with a threshold of 0.1 after 2 of 7 steps.
  @Test
  void followTheirSettings() {
    new PublishedLevels(provider(), Map.of("threshold_noise", "0.1", "linear_steps", "2"))
        .are(14.6146, 13.8839, 13.1532, 12.0425, 10.1718, 7.54116, 4.15056);
  }

  @Test
  void refusesMoreEqualStepsThanThereAre() {
    PublishedLevels levels = new PublishedLevels(provider(), Map.of("linear_steps", "9"));
    assertThatThrownBy(() -> levels.sigmas(9))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("below the number of steps, 9");
  }
}
