package dev.darkroom.ext.upscale;

import java.util.function.DoubleUnaryOperator;

/// Which pixels of a row make up each pixel of a longer row, and by how much.
final class Taps {

  private final int[] first;
  private final double[][] weights;

  private Taps(int[] first, double[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /// The number of pixels that are made.
  int length() {
    return first.length;
  }

  /// The first pixel that pixel `i` is made of.
  int first(int i) {
    return first[i];
  }

  /// The weights of the pixels that pixel `i` is made of, 1 together; only for reading.
  double[] weights(int i) {
    return weights[i];
  }

  /// Sums weighted by the distance between the pixels' middles.
  ///
  /// @param reach the distance from which on weights are 0
  static Taps of(int from, int to, double reach, DoubleUnaryOperator weight) {
    int[] first = new int[to];
    double[][] weights = new double[to][];
    for (int i = 0; i < to; i++) {
      double middle = (i + 0.5) * from / to - 0.5;
      first[i] = Math.max(0, (int) Math.ceil(middle - reach));
      int last = Math.min(from - 1, (int) Math.floor(middle + reach));
      weights[i] = new double[last - first[i] + 1];
      for (int j = 0; j < weights[i].length; j++) {
        weights[i][j] = weight.applyAsDouble(first[i] + j - middle);
      }
      normalize(weights[i]);
    }
    return new Taps(first, weights);
  }

  /// The one pixel that covers the middle.
  static Taps nearest(int from, int to) {
    int[] first = new int[to];
    double[][] weights = new double[to][];
    for (int i = 0; i < to; i++) {
      first[i] = (int) ((i + 0.5) * from / to);
      weights[i] = new double[] {1};
    }
    return new Taps(first, weights);
  }

  private static void normalize(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }
}
