package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import java.util.List;

/// Noise levels at the quantiles of a beta distribution between the model's highest and lowest (Lee et
/// al. 2024, arXiv:2407.12173), as diffusers has it. Where the sampler wants whole timesteps, fractions
/// are cut off.
public final class BetaSchedule implements ScheduleProvider {

  private static final double SHAPE = 0.6;

  @Override
  public String id() {
    return "schedule.beta";
  }

  @Override
  public String title() {
    return "Beta";
  }

  @Override
  public String summary() {
    return "Quantiles of a beta distribution, dense at both ends; Lee et al. 2024,"
        + " arXiv:2407.12173.";
  }

  @Override
  public List<String> aliases() {
    return List.of("use_beta_sigmas", "betas");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("alpha", SHAPE, 0.1, 10, "Higher ones put fewer levels at the low end."),
        new Parameter.Real("beta", SHAPE, 0.1, 10, "Higher ones put fewer levels at the high end."),
        FinalSigma.SETTING);
  }

  @Override
  public Sigmas sigmas(Request request) {
    return sigmas(request, parameters().defaults());
  }

  @Override
  public Sigmas sigmas(Request request, ParameterValues values) {
    BetaDistribution distribution = new BetaDistribution(values.real("alpha"), values.real("beta"));
    NoiseSchedule noise = request.noise();
    double low = noise.sigmaMin();
    double width = noise.sigmaMax() - low;
    int steps = request.steps();
    double[] levels =
        Ramp.of(steps, i -> low + distribution.quantile(1 - Ramp.part(i, steps)) * width);
    return Walk.cut(request, levels, FinalSigma.of(request, values));
  }
}
