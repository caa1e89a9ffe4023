package dev.darkroom.ext.samplers.schedule;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import java.util.List;

/// Two arctangent curves that meet at half the highest noise level (RES4LYF's `bong_tangent`, scaled to
/// the model's range): short steps at the top, where the picture is laid out, and at the bottom.
///
/// One step alone starts at the top; the published form would start it in the middle.
public final class BongTangentSchedule implements FormulaSchedule {

  @Override
  public String id() {
    return "schedule.bong-tangent";
  }

  @Override
  public String title() {
    return "Bong Tangent";
  }

  @Override
  public String summary() {
    return "Two arctangent curves, long steps in the middle; RES4LYF.";
  }

  @Override
  public List<String> aliases() {
    return List.of("bong_tangent");
  }

  private static final int LEAST = 2;

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        pivot("pivot_1", "first"),
        pivot("pivot_2", "second"),
        slope("slope_1", "first"),
        slope("slope_2", "second"),
        new Parameter.Real("middle", 0.5, 0.01, 0.99, "Where the curves meet, of the highest."),
        FinalSigma.SETTING);
  }

  private static Parameter pivot(String name, String curve) {
    return new Parameter.Real(
        name, 0.6, 0.1, 0.9, "Where the " + curve + " curve is steepest, as a share of the steps.");
  }

  private static Parameter slope(String name, String curve) {
    return new Parameter.Real(name, 0.2, 0.001, 10, "How steep the " + curve + " curve is.");
  }

  @Override
  public double[] levels(Request request, ParameterValues values) {
    double highest = request.noise().sigmaMax();
    if (request.steps() == 1) {
      return new double[] {highest};
    }
    // the published form counts both ends and the point where the curves meet
    int points = request.steps() + 2;
    double first = points * values.real("pivot_1");
    double second = points * values.real("pivot_2");
    int upper = Math.clamp((int) ((first + second) / 2), LEAST, points - LEAST);
    double steepness = points / 40.0;
    double middle = values.real("middle");
    Curve above = new Curve(upper, values.real("slope_1") / steepness, (int) first, 1, middle);
    Curve below =
        new Curve(
            points - upper, values.real("slope_2") / steepness, (int) second - upper, middle, 0);
    return Ramp.of(
        request.steps(),
        i -> highest * (i < upper - 1 ? above.level(i) : below.level(i - upper + 1)));
  }

  /// An arctangent through `points` points from `start` to `end`.
  private record Curve(int points, double slope, int pivot, double start, double end) {

    double level(int i) {
      double last = tangent(points - 1);
      return (tangent(i) - last) / (tangent(0) - last) * (start - end) + end;
    }

    private double tangent(int i) {
      return (2 / Math.PI * Math.atan(-slope * (i - pivot)) + 1) / 2;
    }
  }
}
