package dev.darkroom.core.spi;

/// Makes a rule known that spreads steps over noise levels: Karras, exponential, leading timesteps.
/// Independent of the sampler. Stateless.
public interface ScheduleProvider extends Plugin {

  /// The noise levels of `request.steps()` steps.
  Sigmas sigmas(Request request);

  /// What a schedule is asked for.
  ///
  /// @param steps number of steps, at least 1
  /// @param noise the model's noise levels
  /// @param grid how the sampler wants whole timesteps picked, for schedules made of timesteps
  record Request(int steps, NoiseSchedule noise, TimestepGrid grid) {}
}
