package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.LagrangeBasis;

/// The coefficients of an implicit method that follow from its nodes alone: the polynomial through the
/// slopes at the nodes is integrated (Hairer and Wanner 1996, section IV.5).
final class Collocation {

  private final double[] nodes;
  private final double[][] rows;
  private final double[] weights;

  private Collocation(double[] nodes, double[][] rows, double[] weights) {
    this.nodes = nodes;
    this.rows = rows;
    this.weights = weights;
  }

  /// @param nodes how far into the step the stages lie, rising, from 0 to 1
  static Collocation at(double... nodes) {
    double[][] rows = new double[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      rows[i] = integrals(nodes, nodes[i]);
    }
    return new Collocation(nodes, rows, integrals(nodes, 1));
  }

  private static double[] integrals(double[] nodes, double end) {
    double[] integrals = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      integrals[i] = LagrangeBasis.integral(nodes, i, end);
    }
    return integrals;
  }

  int stages() {
    return nodes.length;
  }

  /// Whether stage `stage` is the start of the step, where the model has been asked already.
  boolean isStart(int stage) {
    return nodes[stage] == 0;
  }

  /// The noise level of stage `stage`.
  double sigma(int stage, double from, double to) {
    return (1 - nodes[stage]) * from + nodes[stage] * to;
  }

  double row(int stage, int slope) {
    return rows[stage][slope];
  }

  double weight(int slope) {
    return weights[slope];
  }
}
