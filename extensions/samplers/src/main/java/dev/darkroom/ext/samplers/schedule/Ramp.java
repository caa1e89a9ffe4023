package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.ScheduleProvider.Request;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Rows of numbers, one for each step.
final class Ramp {

  private Ramp() {}

  /// The value of each step, counted from 0.
  static double[] of(int steps, IntToDoubleFunction value) {
    return IntStream.range(0, steps).mapToDouble(value).toArray();
  }

  /// Equal distances from `high` down to `low`; `high` alone for one step.
  static double[] falling(double high, double low, int steps) {
    return of(steps, i -> high + part(i, steps) * (low - high));
  }

  /// How far step `i` is between the first, 0, and the last, 1.
  static double part(int i, int steps) {
    return steps == 1 ? 0 : (double) i / (steps - 1);
  }

  /// The highest timestep of the training.
  static double highest(Request request) {
    return request.noise().settings().betas().count() - 1.0;
  }

  /// The timesteps rounded to whole ones; as they are if two would become one.
  static double[] whole(double[] timesteps) {
    double[] rounded = Arrays.stream(timesteps).map(Math::rint).toArray();
    boolean apart = Arrays.stream(rounded).distinct().count() == rounded.length;
    return apart ? rounded : timesteps;
  }
}
