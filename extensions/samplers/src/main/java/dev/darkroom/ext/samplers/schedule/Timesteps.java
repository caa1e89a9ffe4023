package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.NoiseSettings.Spacing;
import dev.darkroom.core.spi.ScheduleProvider.Request;
import dev.darkroom.core.spi.TimestepGrid;

/// Timesteps picked from those of the training, from high to low (Lin et al. 2023, arXiv:2305.08891,
/// table 2).
final class Timesteps {

  /// The number of timesteps that latent consistency models are distilled at.
  private static final int CONSISTENCY_STEPS = 50;

  private static final String TRAINED = "the model was trained at";

  private Timesteps() {}

  /// One timestep for each step.
  ///
  /// @throws InvalidRequestException for `steps` if there are not so many
  static double[] pick(Spacing spacing, Request request) {
    NoiseSettings settings = request.noise().settings();
    int count = settings.betas().count();
    int steps = request.steps();
    if (request.grid() == TimestepGrid.CONSISTENCY) {
      return consistency(steps, count);
    }
    atMost(count, steps);
    // the solvers' own grid: one timestep more than steps, of which the lowest is left out
    int points = request.grid() == TimestepGrid.SOLVER ? steps + 1 : steps;
    double[] timesteps =
        switch (spacing) {
          case LEADING -> leading(points, count, settings.timesteps().offset());
          case TRAILING -> trailing(steps, count);
          case LINSPACE -> linspace(points, count);
        };
    boolean whole = request.grid() != TimestepGrid.SIGMA && points <= count;
    double[] picked = new double[steps];
    for (int i = 0; i < steps; i++) {
      picked[i] = whole ? Math.rint(timesteps[i]) : (float) timesteps[i];
    }
    return picked;
  }

  /// Refuses models that were trained at every noise level of a range.
  static void requireTrained(Request request) {
    if (request.noise().settings().betas() instanceof NoiseSettings.Betas.Edm) {
      throw new InvalidRequestException(
          "schedule",
          "this one spreads the timesteps of the training, of which this model has none; use"
              + " karras, exponential, polyexponential or kl-optimal.");
    }
  }

  /// Refuses more steps than there are timesteps.
  static void atMost(int count, int steps) {
    atMost(count, steps, TRAINED);
  }

  private static void atMost(int most, int steps, String why) {
    if (steps > most) {
      throw new InvalidRequestException(
          "steps",
          "must be at most %d, the number of timesteps that %s; got %d."
              .formatted(most, why, steps));
    }
  }

  private static double[] leading(int points, int count, int offset) {
    double exact = (double) count / points;
    double ratio = points <= count ? Math.floor(exact) : exact;
    double highest = ratio * (points - 1);
    double shift = Math.min(offset, count - 1 - highest);
    double[] timesteps = new double[points];
    for (int i = 0; i < points; i++) {
      timesteps[i] = ratio * (points - 1 - i) + shift;
    }
    return timesteps;
  }

  private static double[] trailing(int steps, int count) {
    double ratio = (double) count / steps;
    double[] timesteps = new double[steps];
    for (int i = 0; i < steps; i++) {
      timesteps[i] = Math.rint(count - i * ratio) - 1;
    }
    return timesteps;
  }

  private static double[] linspace(int points, int count) {
    double ratio = points == 1 ? 0 : (count - 1.0) / (points - 1);
    double[] timesteps = new double[points];
    timesteps[0] = count - 1;
    for (int i = 1; i < points; i++) {
      timesteps[i] = ratio * (points - 1 - i);
    }
    return timesteps;
  }

  private static double[] consistency(int steps, int count) {
    int distilled = Math.min(CONSISTENCY_STEPS, count);
    atMost(distilled, steps, "latent consistency models are distilled at");
    double ratio = (double) distilled / steps;
    double[] timesteps = new double[steps];
    for (int i = 0; i < steps; i++) {
      timesteps[i] = (distilled - (int) (i * ratio)) * (count / distilled) - 1;
    }
    return timesteps;
  }
}
