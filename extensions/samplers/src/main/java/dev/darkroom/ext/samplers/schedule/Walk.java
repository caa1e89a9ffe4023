package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings.Betas;
import dev.darkroom.core.spi.ScheduleProvider.Request;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import java.util.Arrays;

/// Noise levels with the scales that the sampler's published form has at both ends.
final class Walk {

  private Walk() {}

  /// A walk through noise levels, one for each step, to `end` or the last of them if that is lower.
  static Sigmas through(Request request, double[] levels, double end) {
    requireWithinFlow(request, levels[0]);
    double[] timesteps = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      timesteps[i] = request.noise().timestep((float) levels[i]);
    }
    return of(request, ended(levels, end), told(request, timesteps));
  }

  /// Nothing is above noise alone in a flow model; elsewhere levels above the model's are a choice.
  private static void requireWithinFlow(Request request, double highest) {
    if (request.noise().form() == NoiseForm.FLOW && highest > request.noise().sigmaMax()) {
      throw new InvalidRequestException(
          "schedule",
          "this one starts at level %s, but those of a flow model end at %s; use another."
              .formatted(highest, request.noise().sigmaMax()));
    }
  }

  /// A walk through noise levels like [#through], with timesteps cut off to whole ones where the
  /// published sampler wants these, as diffusers does it where it forgot to round.
  static Sigmas cut(Request request, double[] levels, double end) {
    double[] timesteps = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      double exact = request.noise().timestep(levels[i]);
      timesteps[i] = tellsWhole(request) ? Math.floor(exact) : (float) exact;
    }
    return of(request, ended(levels, end), timesteps);
  }

  /// A walk along timesteps, one for each step, to `end`.
  static Sigmas at(Request request, double[] timesteps, double end) {
    Timesteps.requireTrained(request);
    double[] levels = new double[timesteps.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(request.noise(), (float) timesteps[i]);
    }
    return of(request, ended(levels, end), told(request, timesteps));
  }

  private static double[] ended(double[] levels, double end) {
    double[] walk = new double[levels.length + 1];
    for (int i = 0; i < levels.length; i++) {
      walk[i] = (float) levels[i];
    }
    walk[levels.length] = Math.min(end, walk[levels.length - 1]);
    return walk;
  }

  /// What the model is told.
  private static double[] told(Request request, double[] timesteps) {
    boolean whole = tellsWhole(request);
    return Arrays.stream(timesteps).map(t -> whole ? Math.rint(t) : (float) t).toArray();
  }

  /// Whether the model is told whole timesteps only, as the published sampler does it. A model that
  /// was trained at every noise level of a range has none.
  static boolean tellsWhole(Request request) {
    boolean every = request.noise().settings().betas() instanceof Betas.Edm;
    return request.grid() != TimestepGrid.SIGMA && !every;
  }

  /// Interpolated in the logarithm.
  private static double level(NoiseSchedule noise, double timestep) {
    double below = Math.floor(timestep);
    double part = timestep - below;
    double low = Math.log(noise.sigma(below));
    return part == 0
        ? noise.sigma(below)
        : Math.exp(low + part * (Math.log(noise.sigma(below + 1)) - low));
  }

  /// @param levels one more than steps
  /// @param timesteps as many as steps
  static Sigmas of(Request request, double[] levels, double[] timesteps) {
    for (int i = 1; i < timesteps.length; i++) {
      if (!(levels[i] < levels[i - 1])) {
        throw new InvalidRequestException(
            "steps",
            "%d are too many for the model's noise levels, steps %d and %d fall together; use fewer."
                .formatted(timesteps.length, i, i + 1));
      }
    }
    Sigmas sigmas = Sigmas.of(levels, timesteps).withNoise(request.noise());
    if (request.noise().form() == NoiseForm.FLOW) {
      return sigmas.withForm(NoiseForm.FLOW).withStartScale(1);
    }
    if (request.noise().settings().betas() instanceof Betas.Edm) {
      return sigmas.withStartScale(Math.hypot(1, levels[0]));
    }
    if (request.grid() == TimestepGrid.SIGMA) {
      return sigmas;
    }
    return sigmas
        .withStartScale(Math.hypot(1, levels[0]))
        .withEndScale(1 / Math.hypot(1, levels[timesteps.length]));
  }
}
