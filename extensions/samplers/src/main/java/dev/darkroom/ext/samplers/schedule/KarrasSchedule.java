package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import java.util.List;

/// Noise levels that lie closer the lower they are: equal distances in `sigma^(1/rho)` (Karras et al.
/// 2022, arXiv:2206.00364, equation 5), between the lowest and the highest level of the model.
public final class KarrasSchedule implements ScheduleProvider {

  @Override
  public String id() {
    return "schedule.karras";
  }

  @Override
  public String title() {
    return "Karras";
  }

  @Override
  public String summary() {
    return "Equal distances in sigma^(1/rho); Karras et al. 2022, arXiv:2206.00364.";
  }

  @Override
  public List<String> aliases() {
    return List.of("use_karras_sigmas", "ka");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("rho", 7, 1, 20, "How much closer low levels lie; 1 is evenly."),
        new Parameter.Choice(
            "timesteps",
            "default",
            List.of("default", "whole"),
            "Which timesteps the model is told; by default whole ones if the sampler wants them."),
        FinalSigma.SETTING);
  }

  @Override
  public Sigmas sigmas(Request request) {
    return sigmas(request, parameters().defaults());
  }

  @Override
  public Sigmas sigmas(Request request, ParameterValues values) {
    NoiseSchedule noise = request.noise();
    double rho = values.real("rho");
    double highest = Math.pow(noise.sigmaMax(), 1 / rho);
    double lowest = Math.pow(noise.sigmaMin(), 1 / rho);
    int steps = request.steps();
    boolean exact = !Walk.tellsWhole(request) && values.text("timesteps").equals("default");
    double[] levels = new double[steps + 1];
    double[] timesteps = new double[steps];
    for (int i = 0; i < steps; i++) {
      double part = steps == 1 ? 0 : (double) i / (steps - 1);
      levels[i] = (float) Math.pow(highest + part * (lowest - highest), rho);
      double timestep = (float) noise.timestep(levels[i]);
      timesteps[i] = exact ? timestep : Math.rint(timestep);
    }
    levels[steps] = Math.min(FinalSigma.of(request, values), levels[steps - 1]);
    return Walk.of(request, levels, timesteps);
  }
}
