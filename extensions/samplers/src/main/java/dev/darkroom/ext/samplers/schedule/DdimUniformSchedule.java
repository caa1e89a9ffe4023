package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Every n-th timestep from the second lowest up, as ComfyUI's `ddim_uniform` and A1111's `DDIM` pick them
/// (Song, Meng and Ermon 2020, arXiv:2010.02502, appendix D.2).
///
/// Where the number of steps does not divide that of the timesteps, those take one step more than asked
/// for; this has exactly as many steps and leaves out the highest.
public final class DdimUniformSchedule implements TimestepSchedule {

  @Override
  public String id() {
    return "schedule.ddim-uniform";
  }

  @Override
  public String title() {
    return "DDIM";
  }

  @Override
  public String summary() {
    return "Whole timesteps a whole number apart, from the second lowest up; ComfyUI, A1111.";
  }

  @Override
  public List<String> aliases() {
    return List.of("ddim_uniform");
  }

  @Override
  public double[] timesteps(Request request, ParameterValues values) {
    int count = request.noise().settings().betas().count();
    int steps = request.steps();
    Timesteps.atMost(count, steps);
    int stride = count / steps;
    int first = Math.min(1, count - 1 - stride * (steps - 1));
    return Ramp.of(steps, i -> first + stride * (steps - 1 - i));
  }
}
