package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Equal distances in the arctangent of the noise level, optimal by the Kullback-Leibler divergence for
/// normal data (Sabour, Fidler and Kreis 2024, "Align Your Steps", arXiv:2404.14507, theorem 3.1).
///
/// As ComfyUI does it, the lowest level is followed by 0; with `final_sigma` of `sigma_min` the walk ends
/// at the lowest level itself, as A1111's does.
public final class KlOptimalSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.kl-optimal";
  }

  @Override
  public String title() {
    return "KL Optimal";
  }

  @Override
  public String summary() {
    return "Equal distances in the arctangent of the noise level; Sabour et al. 2024,"
        + " arXiv:2404.14507.";
  }

  @Override
  public List<String> aliases() {
    return List.of("kl_optimal");
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    NoiseSchedule noise = request.noise();
    boolean endsThere = values.text("final_sigma").equals("sigma_min");
    int points = endsThere ? request.steps() + 1 : request.steps();
    double[] angles =
        Ramp.falling(Math.atan(noise.sigmaMax()), Math.atan(noise.sigmaMin()), points);
    return Ramp.of(request.steps(), i -> Math.tan(angles[i]));
  }
}
