package dev.darkroom.ext.samplers;

/// The polynomials that are 1 at one of several nodes and 0 at the others: what multistep and
/// collocation methods integrate in place of a model that is known at the nodes only.
public final class LagrangeBasis {

  private LagrangeBasis() {}

  /// The coefficients of polynomial `index`, constant term first.
  ///
  /// @param nodes where the polynomials are 1 or 0, all different
  public static double[] coefficients(double[] nodes, int index) {
    double[] product = {1};
    for (int k = 0; k < nodes.length; k++) {
      if (k != index) {
        product = timesRoot(product, nodes[k], 1 / (nodes[index] - nodes[k]));
      }
    }
    return product;
  }

  /// `scale * (s - root) * polynomial(s)`.
  private static double[] timesRoot(double[] polynomial, double root, double scale) {
    double[] product = new double[polynomial.length + 1];
    for (int power = 0; power < polynomial.length; power++) {
      product[power + 1] += scale * polynomial[power];
      product[power] -= scale * root * polynomial[power];
    }
    return product;
  }

  /// Polynomial `index` at a point.
  public static double value(double[] nodes, int index, double at) {
    double product = 1;
    for (int k = 0; k < nodes.length; k++) {
      product *= k == index ? 1 : (at - nodes[k]) / (nodes[index] - nodes[k]);
    }
    return product;
  }

  /// The integral of polynomial `index` from 0 to `end`.
  public static double integral(double[] nodes, int index, double end) {
    double[] coefficients = coefficients(nodes, index);
    double sum = 0;
    for (int power = coefficients.length - 1; power >= 0; power--) {
      sum = end * (sum + coefficients[power] / (power + 1));
    }
    return sum;
  }
}
