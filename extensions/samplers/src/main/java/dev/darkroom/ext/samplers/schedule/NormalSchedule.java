package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Timesteps at equal distances with the first and the last one of the training among them, as
/// k-diffusion's `get_sigmas` picks them; differs from the linspace schedule in how noise levels between
/// whole timesteps are interpolated.
public final class NormalSchedule implements TimestepSchedule {

  @Override
  public String id() {
    return "schedule.normal";
  }

  @Override
  public String title() {
    return "Normal";
  }

  @Override
  public String summary() {
    return "Timesteps at equal distances, first and last one among them; k-diffusion.";
  }

  @Override
  public List<String> aliases() {
    return List.of("Uniform", "discrete");
  }

  @Override
  public double[] timesteps(Request request, ParameterValues values) {
    int steps = request.steps();
    return Ramp.falling(Ramp.highest(request), 0, steps);
  }
}
