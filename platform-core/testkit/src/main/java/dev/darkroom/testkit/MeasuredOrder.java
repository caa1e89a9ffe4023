package dev.darkroom.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// The order of convergence as it shows: the slope of the error over the number of steps, both on
/// logarithmic scales, fitted to the finest steps at which rounding to float32 does not show yet.
final class MeasuredOrder {

  private static final int FITTED = 5;
  private static final int MOST_STEPS = 512;

  private MeasuredOrder() {}

  /// @param errorAfter the error after so many steps
  static double of(IntToDoubleFunction errorAfter) {
    List<double[]> points = new ArrayList<>();
    for (double steps = 4; steps <= MOST_STEPS; steps *= Math.cbrt(2)) {
      int count = (int) Math.round(steps);
      double error = errorAfter.applyAsDouble(count);
      if (error < rounding(count)) {
        break;
      }
      points.add(new double[] {Math.log(count), Math.log(error)});
    }
    return -slope(points.subList(Math.max(0, points.size() - FITTED), points.size()));
  }

  /// Each step rounds once more, and the roundings add up like a random walk.
  private static double rounding(int steps) {
    return 2.5e-7 * Math.sqrt(steps);
  }

  private static double slope(List<double[]> points) {
    double meanX = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
    double meanY = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (double[] point : points) {
      products += (point[0] - meanX) * (point[1] - meanY);
      squares += (point[0] - meanX) * (point[0] - meanX);
    }
    return products / squares;
  }
}
