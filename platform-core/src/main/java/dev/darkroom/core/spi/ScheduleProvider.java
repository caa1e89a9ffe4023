package dev.darkroom.core.spi;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.List;

/// Makes a rule known that spreads steps over noise levels: Karras, exponential, leading timesteps.
/// Independent of the sampler. Stateless.
public interface ScheduleProvider extends Configurable {

  /// Names that other programs have for this schedule with certain settings. None by default.
  default List<Preset> presets() {
    return List.of();
  }

  /// The noise levels of `request.steps()` steps, with every setting at its default.
  ///
  /// @throws InvalidRequestException for `steps` if the model cannot be walked in so many
  Sigmas sigmas(Request request);

  /// The noise levels with settings checked by [#parameters()]; those of [#sigmas(Request)] by
  /// default, for schedules that have no settings.
  default Sigmas sigmas(Request request, ParameterValues values) {
    return sigmas(request);
  }

  /// What a schedule is asked for.
  ///
  /// @param steps number of steps, at least 1
  /// @param noise the model's noise levels
  /// @param grid how the sampler wants whole timesteps picked, for schedules made of timesteps
  record Request(int steps, NoiseSchedule noise, TimestepGrid grid) {
    public Request {
      if (noise.settings().betas() instanceof NoiseSettings.Betas.Edm) {
        grid = TimestepGrid.SIGMA; // there are no whole timesteps
      }
      if (steps < 1) {
        throw new InvalidRequestException("steps", "must be at least 1, got " + steps + ".");
      }
    }
  }
}
