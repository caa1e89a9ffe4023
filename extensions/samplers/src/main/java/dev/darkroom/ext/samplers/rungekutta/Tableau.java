package dev.darkroom.ext.samplers.rungekutta;

import java.util.Arrays;

/// The coefficients of an explicit Runge-Kutta method (Butcher 1964).
final class Tableau {

  private final double[] weights;
  private final double[][] rows;

  private Tableau(double[] weights, double[][] rows) {
    this.weights = weights;
    this.rows = rows;
  }

  /// @param weights of the slopes in the result
  /// @param rows weights of the slopes before it, for each stage but the first
  static Tableau of(double[] weights, double[]... rows) {
    return new Tableau(weights, rows);
  }

  static double[] row(double... values) {
    return values;
  }

  int stages() {
    return rows.length + 1;
  }

  double[] weights() {
    return weights;
  }

  /// The weights that lead to stage `stage`, from 1.
  double[] rowOf(int stage) {
    return rows[stage - 1];
  }

  /// How far into the step stage `stage` lies, from 0 to 1.
  double node(int stage) {
    return stage == 0 ? 0 : Arrays.stream(rows[stage - 1]).sum();
  }
}
