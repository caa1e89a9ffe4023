package dev.darkroom.ext.samplers.schedule;

/// The beta distribution on 0 to 1.
record BetaDistribution(double alpha, double beta) {

  /// Coefficients of Lanczos' approximation of the gamma function (g = 7).
  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private static final int TERMS = 64;
  private static final double TINY = 1e-300;

  /// Where the cumulated probability reaches `share`, by bisection: the last bits count, since a
  /// timestep may be cut off just below a whole one.
  double quantile(double share) {
    if (share <= 0) {
      return 0;
    }
    double low = 0;
    double high = 1;
    for (double middle = 0.5; low < middle && middle < high; middle = (low + high) / 2) {
      if (cumulated(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
      if (high < TINY) {
        return 0;
      }
    }
    return high;
  }

  /// The regularised incomplete beta function.
  double cumulated(double x) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    boolean beyond = x > (alpha + 1) / (alpha + beta + 2);
    return beyond ? 1 - mirrored().tail(1 - x) : tail(x);
  }

  /// The distribution of `1 - x`.
  private BetaDistribution mirrored() {
    return new BetaDistribution(/* alpha= */ beta, /* beta= */ alpha);
  }

  private double tail(double x) {
    double front = alpha * Math.log(x) + beta * Math.log1p(-x);
    double scale = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
    return Math.exp(front + scale) / (alpha * fraction(x));
  }

  /// The continued fraction of the incomplete beta function, from its far end.
  private double fraction(double x) {
    double value = 1;
    for (int m = TERMS; m >= 1; m--) {
      double even = m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m));
      value = 1 + even / value;
      int k = m - 1;
      double odd = -(alpha + k) * (alpha + beta + k) * x / ((alpha + 2 * k) * (alpha + 2 * k + 1));
      value = 1 + odd / value;
    }
    return value;
  }

  private static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double base = x + 6.5;
    double sum = LANCZOS[0];
    for (int k = 1; k < LANCZOS.length; k++) {
      sum += LANCZOS[k] / (x - 1 + k);
    }
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
  }
}
