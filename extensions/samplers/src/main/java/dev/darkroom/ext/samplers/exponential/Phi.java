package dev.darkroom.ext.samplers.exponential;

/// The functions `phi_k(-h)` that exponential integrators are made of: `phi_0(z) = exp(z)`,
/// `phi_k(z) = (phi_{k-1}(z) - 1 / (k-1)!) / z` (Hochbruck and Ostermann 2010, equation 2.10).
///
/// @param width the width `h` of the step in `lambda`, 0 or more
record Phi(double width) {

  private static final int SERIES_TERMS = 20;

  /// `phi_order(-width)`.
  double of(int order) {
    return of(order, 1);
  }

  /// `phi_order(-node * width)`.
  double of(int order, double node) {
    double z = -node * width;
    return Math.abs(z) < 1 ? series(order, z) : recursion(order, z);
  }

  /// The recursion loses digits near 0, where the series needs few terms.
  private static double series(int order, double z) {
    double term = 1;
    for (int k = 2; k <= order; k++) {
      term /= k;
    }
    double sum = term;
    for (int k = 1; k < SERIES_TERMS; k++) {
      term *= z / (order + k);
      sum += term;
    }
    return sum;
  }

  private static double recursion(int order, double z) {
    double value = Math.exp(z);
    double factorial = 1;
    for (int k = 1; k <= order; k++) {
      value = (value - 1 / factorial) / z;
      factorial *= k;
    }
    return value;
  }

  /// The weights of a stage at `node`: the given ones, and before them one for the first answer that
  /// makes the stage exact for answers that do not change.
  double[] row(double node, double... others) {
    double[] row = new double[others.length + 1];
    row[0] = node * of(1, node);
    for (int i = 0; i < others.length; i++) {
      row[i + 1] = others[i];
      row[0] -= others[i];
    }
    return row;
  }
}
