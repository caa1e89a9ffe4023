package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;

/// Timesteps that lie closer at both ends, along the cubic `3u^2 - 2u^3`: near the beta schedule, but
/// simple (stable-diffusion.cpp).
///
/// Timesteps are rounded to whole ones unless two steps would fall on one.
public final class SmoothstepSchedule implements TimestepSchedule {

  @Override
  public String id() {
    return "schedule.smoothstep";
  }

  @Override
  public String title() {
    return "Smoothstep";
  }

  @Override
  public String summary() {
    return "Timesteps denser at both ends, by a cubic; stable-diffusion.cpp.";
  }

  @Override
  public double[] timesteps(Request request, ParameterValues values) {
    double highest = Ramp.highest(request);
    int steps = request.steps();
    return Ramp.whole(
        Ramp.of(
            steps,
            i -> {
              double left = 1 - (double) i / steps;
              return left * left * (3 - 2 * left) * highest;
            }));
  }
}
