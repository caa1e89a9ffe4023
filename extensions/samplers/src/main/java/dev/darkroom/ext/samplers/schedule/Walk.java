package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.ScheduleProvider.Request;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;

/// Noise levels with the scales that the sampler's published form has at both ends.
final class Walk {

  private Walk() {}

  /// @param levels one more than steps
  /// @param timesteps as many as steps
  static Sigmas of(Request request, double[] levels, double[] timesteps) {
    for (int i = 1; i < timesteps.length; i++) {
      if (!(levels[i] < levels[i - 1])) {
        throw new InvalidRequestException(
            "steps",
            "%d are too many for the model's noise levels, steps %d and %d fall together; use fewer."
                .formatted(timesteps.length, i, i + 1));
      }
    }
    Sigmas sigmas = Sigmas.of(levels, timesteps);
    if (request.grid() == TimestepGrid.SIGMA) {
      return sigmas;
    }
    return sigmas
        .withStartScale(Math.hypot(1, levels[0]))
        .withEndScale(1 / Math.hypot(1, levels[timesteps.length]));
  }
}
