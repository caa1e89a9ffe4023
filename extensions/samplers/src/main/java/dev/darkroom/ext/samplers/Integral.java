package dev.darkroom.ext.samplers;

import java.util.function.DoubleUnaryOperator;

/// Integrals of smooth functions by Gauss and Legendre's rule of five points on equal pieces; exact
/// for polynomials up to degree 9.
public final class Integral {

  private static final int PIECES = 32;
  private static final double[] NODES = {0, 0.5384693101056831, 0.9061798459386640};
  private static final double[] WEIGHTS = {
    0.5688888888888889, 0.4786286704993665, 0.2369268850561891
  };

  private Integral() {}

  public static double of(DoubleUnaryOperator function, double from, double to) {
    double half = (to - from) / PIECES / 2;
    double sum = 0;
    for (int piece = 0; piece < PIECES; piece++) {
      sum += piece(function, from + (2 * piece + 1) * half, half);
    }
    return sum;
  }

  private static double piece(DoubleUnaryOperator function, double middle, double half) {
    double sum = WEIGHTS[0] * function.applyAsDouble(middle);
    for (int k = 1; k < NODES.length; k++) {
      double left = function.applyAsDouble(middle - half * NODES[k]);
      double right = function.applyAsDouble(middle + half * NODES[k]);
      sum += WEIGHTS[k] * (left + right);
    }
    return sum * half;
  }
}
