package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import java.util.List;

/// Noise levels at equal ratios between the model's highest and lowest (Lu et al. 2022,
/// arXiv:2206.00927, section 5: equal steps in `lambda`). Where the sampler wants whole timesteps,
/// fractions are cut off, as diffusers does.
public final class ExponentialSchedule implements ScheduleProvider {

  @Override
  public String id() {
    return "schedule.exponential";
  }

  @Override
  public String title() {
    return "Exponential";
  }

  @Override
  public String summary() {
    return "Noise levels at equal ratios; Lu et al. 2022, arXiv:2206.00927.";
  }

  @Override
  public List<String> aliases() {
    return List.of("use_exponential_sigmas", "exp");
  }

  @Override
  public ParameterSet parameters() {
    return SpacedTimesteps.PARAMETERS;
  }

  @Override
  public Sigmas sigmas(Request request) {
    return sigmas(request, parameters().defaults());
  }

  @Override
  public Sigmas sigmas(Request request, ParameterValues values) {
    return Walk.cut(request, levels(request), FinalSigma.of(request, values));
  }

  static double[] levels(Request request) {
    NoiseSchedule noise = request.noise();
    double high = Math.log(noise.sigmaMax());
    double low = Math.log(noise.sigmaMin());
    double[] logs = Ramp.falling(high, low, request.steps());
    return Ramp.of(request.steps(), i -> Math.exp(logs[i]));
  }
}
