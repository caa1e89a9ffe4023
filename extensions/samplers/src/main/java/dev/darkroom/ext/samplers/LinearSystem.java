package dev.darkroom.ext.samplers;

/// A few linear equations, solved by elimination with the largest pivot of the column.
public final class LinearSystem {

  private LinearSystem() {}

  /// The matrix `X` with `left * X = right`. Both arguments are used up.
  public static double[][] solve(double[][] left, double[][] right) {
    for (int column = 0; column < left.length; column++) {
      int pivot = pivot(left, column);
      swap(left, pivot, column);
      swap(right, pivot, column);
      for (int row = 0; row < left.length; row++) {
        if (row != column) {
          double factor = left[row][column] / left[column][column];
          subtract(left[row], factor, left[column]);
          subtract(right[row], factor, right[column]);
        }
      }
    }
    for (int row = 0; row < left.length; row++) {
      divide(right[row], left[row][row]);
    }
    return right;
  }

  private static int pivot(double[][] matrix, int column) {
    int best = column;
    for (int row = column + 1; row < matrix.length; row++) {
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[best][column])) {
        best = row;
      }
    }
    return best;
  }

  private static void swap(double[][] matrix, int one, int other) {
    double[] kept = matrix[one];
    matrix[one] = matrix[other];
    matrix[other] = kept;
  }

  private static void subtract(double[] row, double factor, double[] other) {
    for (int k = 0; k < row.length; k++) {
      row[k] -= factor * other[k];
    }
  }

  private static void divide(double[] row, double divisor) {
    for (int k = 0; k < row.length; k++) {
      row[k] /= divisor;
    }
  }
}
