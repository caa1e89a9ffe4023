package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.ext.samplers.Integral;
import java.util.function.DoubleUnaryOperator;

/// Weights of Adams and Bashforth's method for levels at any distance: the slopes are joined by a
/// polynomial, in sigma or another measure of the noise, which is integrated over the step.
///
/// @param measure what the polynomial is a function of, given sigma
record LagrangeWeights(DoubleUnaryOperator measure) implements LinearMultistep.Weights {

  @Override
  public double[] at(double[] sigmas, int step, int count) {
    double[] nodes = new double[count];
    for (int k = 0; k < count; k++) {
      nodes[k] = measure.applyAsDouble(sigmas[step - k]);
    }
    double[] weights = new double[count];
    for (int k = 0; k < count; k++) {
      int node = k;
      weights[k] =
          Integral.of(
              sigma -> basis(nodes, node, measure.applyAsDouble(sigma)),
              sigmas[step],
              sigmas[step + 1]);
    }
    return weights;
  }

  /// The polynomial that is 1 at one node and 0 at the others.
  private static double basis(double[] nodes, int node, double at) {
    double product = 1;
    for (int k = 0; k < nodes.length; k++) {
      if (k != node) {
        product *= (at - nodes[k]) / (nodes[node] - nodes[k]);
      }
    }
    return product;
  }
}
