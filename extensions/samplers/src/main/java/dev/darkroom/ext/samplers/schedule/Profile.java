package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.ScheduleProvider.Request;
import java.util.function.DoubleUnaryOperator;

/// A curve from the model's highest noise level to its lowest.
final class Profile {

  private Profile() {}

  /// @param gone how much of the way is gone, 0 to 1, at each part of the steps, 0 to 1
  static double[] levels(Request request, DoubleUnaryOperator gone) {
    NoiseSchedule noise = request.noise();
    int steps = request.steps();
    return Ramp.of(
        steps,
        i -> {
          double share = gone.applyAsDouble(Ramp.part(i, steps));
          return noise.sigmaMax() * (1 - share) + noise.sigmaMin() * share;
        });
  }
}
