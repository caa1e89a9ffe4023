package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Short steps of equal width at the top, then steps whose width grows quadratically, as Genmo's Mochi
/// video model walks (its `linear_quadratic_schedule`; ComfyUI scales it to the model's highest level).
public final class LinearQuadraticSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.linear-quadratic";
  }

  @Override
  public String title() {
    return "Linear Quadratic";
  }

  @Override
  public String summary() {
    return "Short equal steps first, then quadratically longer ones; Genmo's Mochi.";
  }

  @Override
  public List<String> aliases() {
    return List.of("linear_quadratic");
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real(
            "threshold_noise", 0.025, 0.0001, 0.5, "Share of the way that the equal steps go."),
        new Parameter.Whole("linear_steps", 0, 0, 999, "How many equal steps; 0 is half of all."),
        FinalSigma.SETTING);
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    int steps = request.steps();
    double highest = request.noise().sigmaMax();
    if (steps == 1) {
      return new double[] {highest};
    }
    Curve curve = Curve.of(steps, linearSteps(steps, values), values.real("threshold_noise"));
    return Ramp.of(steps, i -> (1 - curve.gone(i)) * highest);
  }

  private static int linearSteps(int steps, ParameterValues values) {
    int given = (int) values.whole("linear_steps");
    if (given >= steps) {
      throw new InvalidRequestException(
          "linear_steps", "must be below the number of steps, %d; got %d.".formatted(steps, given));
    }
    return given == 0 ? steps / 2 : given;
  }

  /// The way that is gone before each step: a line, then a parabola that it flows into.
  private record Curve(int linear, double slope, double square, double line, double constant) {

    static Curve of(int steps, int linear, double threshold) {
      double left = linear - threshold * steps;
      double rest = (double) (steps - linear) * (steps - linear);
      double square = left / (linear * rest);
      double slope = threshold / linear;
      return new Curve(linear, slope, square, slope - 2 * left / rest, square * linear * linear);
    }

    double gone(int step) {
      return step < linear ? slope * step : (square * step + line) * step + constant;
    }
  }
}
