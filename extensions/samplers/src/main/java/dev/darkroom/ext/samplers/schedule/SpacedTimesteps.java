package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.ScheduleProvider.Request;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;

/// The noise levels of evenly spread timesteps: what the leading, trailing and linspace schedules
/// have in common.
final class SpacedTimesteps {

  static final ParameterSet PARAMETERS = ParameterSet.of(FinalSigma.SETTING);

  /// Stands for infinity where the published form starts from noise alone. A power of two, so that
  /// scaling by it keeps every bit of the latents.
  private static final double PURE_NOISE = 0x1p20;

  private SpacedTimesteps() {}

  static Sigmas sigmas(Spacing spacing, Request request, ParameterValues values) {
    Timesteps.requireTrained(request);
    double[] timesteps = Timesteps.pick(spacing, request);
    double[] levels = new double[timesteps.length + 1];
    for (int i = 0; i < timesteps.length; i++) {
      levels[i] = level(request, timesteps[i]);
    }
    double end = FinalSigma.of(request, values);
    if (request.grid() == TimestepGrid.DISCRETE) {
      return discrete(request, levels, timesteps, end);
    }
    levels[timesteps.length] = end;
    Sigmas sigmas = Walk.of(request, levels, timesteps);
    boolean unitVariance = spacing == Spacing.LEADING && request.grid() == TimestepGrid.SIGMA;
    return unitVariance ? sigmas.withStartScale(Math.hypot(1, levels[0])) : sigmas;
  }

  private static double level(Request request, double timestep) {
    NoiseSchedule noise = request.noise();
    boolean pureNoise =
        noise.settings().zeroTerminalSnr() && timestep == noise.settings().betas().count() - 1;
    return switch (request.grid()) {
      case SIGMA, SOLVER -> noise.sigma(timestep);
      case DISCRETE, CONSISTENCY -> pureNoise ? PURE_NOISE : noise.sigma(timestep);
    };
  }

  /// DDIM lands a fixed number of timesteps lower, wherever the next step starts.
  private static Sigmas discrete(Request request, double[] levels, double[] timesteps, double end) {
    int steps = timesteps.length;
    int stride = request.noise().settings().betas().count() / steps;
    double[] arrivals = new double[steps];
    for (int i = 0; i < steps; i++) {
      double landing = timesteps[i] - stride;
      arrivals[i] = landing >= 0 ? request.noise().sigma(landing) : end;
    }
    levels[steps] = arrivals[steps - 1];
    return Walk.of(request, levels, timesteps).withArrivals(arrivals);
  }
}
