package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;

/// Whole timesteps at equal distances from the highest down, those that models distilled adversarially
/// know (Sauer et al. 2023, arXiv:2311.17042), as Forge's `Turbo` rounds them.
public final class TurboSchedule implements TimestepSchedule {

  @Override
  public String id() {
    return "schedule.turbo";
  }

  @Override
  public String title() {
    return "Turbo";
  }

  @Override
  public String summary() {
    return "Whole timesteps from the highest down, for models distilled like SD-Turbo; Forge.";
  }

  @Override
  public double[] timesteps(Request request, ParameterValues values) {
    int count = request.noise().settings().betas().count();
    int steps = request.steps();
    Timesteps.atMost(count, steps);
    double stride = (double) count / steps;
    return Ramp.of(steps, i -> Math.clamp(Math.rint((steps - i) * stride - 1), 0, count - 1));
  }
}
