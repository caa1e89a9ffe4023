package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;
import java.util.Arrays;
import java.util.List;

/// Timesteps at equal distances from the highest down to one distance above the lowest, so that the last
/// step is as long as the others (Stability's generative-models; A1111 and ComfyUI call it so).
public final class SgmUniformSchedule implements TimestepSchedule {

  @Override
  public String id() {
    return "schedule.sgm-uniform";
  }

  @Override
  public String title() {
    return "SGM Uniform";
  }

  @Override
  public String summary() {
    return "Timesteps at equal distances, ending one distance above the lowest; Stability's"
        + " generative-models.";
  }

  @Override
  public List<String> aliases() {
    return List.of("SGMUniform", "sgm_uniform");
  }

  @Override
  public double[] timesteps(Request request, ParameterValues values) {
    int steps = request.steps();
    return Arrays.copyOf(Ramp.falling(Ramp.highest(request), 0, steps + 1), steps);
  }
}
