package dev.darkroom.ext.samplers.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.testkit.ScheduleContract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CustomScheduleTests implements ScheduleContract {

  @Override
  public ScheduleProvider provider() {
    return new CustomSchedule();
  }

  /// As listed; the 0 at the end may stand there or not.
  @Test
  void areTheListedOnes() {
    new PublishedLevels(provider(), Map.of("sigmas", "10, 5, 2, 1, 0")).are(10, 5, 2, 1);
  }

  /// The timesteps of Align Your Steps for SD 1 in SD.Next.
  @Test
  void areThoseOfListedTimesteps() {
    new PublishedLevels(provider(), Map.of("timesteps", "999 850 736 645 545 455 343 233 124 24"))
        .are(
            14.6146, 6.47458, 3.86368, 2.69462, 1.88419, 1.39438, 0.964259, 0.652369, 0.397746,
            0.151524);
  }

  /// `loglinear_interp` of the howto of Align Your Steps.
  @Test
  void areStretchedToTheNumberOfSteps() {
    new PublishedLevels(provider(), Map.of("sigmas", "10 5 2 1"))
        .are(10, 6.59754, 4.16277, 2.40225, 1.51572, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sigmas    | 5,6    | number 2",
        "sigmas    | 5,0,0  | number 2",
        "sigmas    | ,      | lists nothing",
        "sigmas    | 5,x    | separated by commas",
        "timesteps | 999,-1 | between 0 and 999",
        "timesteps | 9,1000 | between 0 and 999",
      })
  void refusesWhatDoesNotFall(String name, String value, String reason) {
    PublishedLevels levels = new PublishedLevels(provider(), Map.of(name, value));
    assertThatThrownBy(() -> levels.sigmas(4))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo(name))
        .hasMessageContaining(reason);
  }
}
