package dev.darkroom.core.reference;

import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.tensor.Shape;
import java.util.Arrays;

/// Matrix products. Each row of the result is computed by one thread in one order.
record Product(Workers workers, Cancellation cancellation) {

  /// Computes one row of a result from a row and a matrix that begin at these elements.
  private interface RowProduct {
    void compute(int row, int matrix, int result);
  }

  Data apply(Data a, Data b, Shape shape) {
    int rows = (int) shape.size(-2);
    int inner = (int) a.shape().size(-1);
    int columns = (int) shape.size(-1);
    Shape batch = leading(shape);
    int[] left = Lookup.stretch(leading(a.shape()), batch);
    int[] right = Lookup.stretch(leading(b.shape()), batch);
    Data result = a.blank(shape);
    RowProduct product =
        switch (a) {
          case FloatData x -> new FloatRow(x, (FloatData) b, (FloatData) result, inner, columns);
          case LongData x -> new LongRow(x, (LongData) b, (LongData) result, inner, columns);
        };
    workers.each(
        left.length * rows,
        cancellation,
        row -> {
          int matrix = row / rows;
          int first = (left[matrix] * rows + row % rows) * inner;
          product.compute(first, right[matrix] * inner * columns, row * columns);
        });
    return result;
  }

  /// All dimensions but those of the matrices.
  private static Shape leading(Shape shape) {
    return Shape.of(Arrays.copyOf(shape.sizes(), shape.rank() - 2));
  }

  private record FloatRow(FloatData a, FloatData b, FloatData out, int inner, int columns)
      implements RowProduct {
    @Override
    public void compute(int row, int matrix, int result) {
      double[] sums = new double[columns];
      for (int i = 0; i < inner; i++) {
        double factor = a.values[row + i];
        int from = matrix + i * columns;
        for (int j = 0; j < columns; j++) {
          sums[j] += factor * b.values[from + j];
        }
      }
      for (int j = 0; j < columns; j++) {
        out.values[result + j] = (float) sums[j];
      }
    }
  }

  private record LongRow(LongData a, LongData b, LongData out, int inner, int columns)
      implements RowProduct {
    @Override
    public void compute(int row, int matrix, int result) {
      long[] sums = new long[columns];
      for (int i = 0; i < inner; i++) {
        int from = matrix + i * columns;
        for (int j = 0; j < columns; j++) {
          sums[j] += a.values[row + i] * b.values[from + j];
        }
      }
      for (int j = 0; j < columns; j++) {
        out.values[result + j] = LongData.wrapped(out.dtype(), sums[j]);
      }
    }
  }
}
