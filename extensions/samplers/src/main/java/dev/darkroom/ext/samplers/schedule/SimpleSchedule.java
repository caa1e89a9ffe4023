package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;

/// Whole timesteps at equal distances from the highest down, rounded towards it, as ComfyUI's `simple`
/// picks them.
public final class SimpleSchedule implements TimestepSchedule {

  @Override
  public String id() {
    return "schedule.simple";
  }

  @Override
  public String title() {
    return "Simple";
  }

  @Override
  public String summary() {
    return "Whole timesteps at equal distances from the highest down; ComfyUI.";
  }

  @Override
  public double[] timesteps(Request request, ParameterValues values) {
    int count = request.noise().settings().betas().count();
    Timesteps.atMost(count, request.steps());
    double stride = (double) count / request.steps();
    return Ramp.of(request.steps(), i -> count - 1 - Math.floor(i * stride));
  }
}
