package dev.darkroom.testkit;

import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;

/// Expected numbers: an array of doubles that is filled and read index by index.
final class Grid {

  /// The number at an index.
  interface Cell {
    double at(long[] index);
  }

  private final Shape shape;
  private final double[] values;

  private Grid(Shape shape, double[] values) {
    this.shape = shape;
    this.values = values;
  }

  /// Literal numbers in row-major order.
  static Grid of(Shape shape, double... values) {
    if (shape.elements() != values.length) {
      throw new IllegalArgumentException(shape + " does not take " + values.length + " numbers");
    }
    return new Grid(shape, values.clone());
  }

  static Grid of(Tensor tensor) {
    Grid grid = new Grid(tensor.shape(), new double[(int) tensor.shape().elements()]);
    for (int i = 0; i < grid.values.length; i++) {
      grid.values[i] = tensor.at(i);
    }
    return grid;
  }

  /// Asks `cell` for every index.
  static Grid fill(Shape shape, Cell cell) {
    Grid grid = new Grid(shape, new double[(int) shape.elements()]);
    long[] strides = shape.strides();
    for (int i = 0; i < grid.values.length; i++) {
      long[] index = new long[shape.rank()];
      for (int axis = 0; axis < index.length; axis++) {
        index[axis] = i / strides[axis] % shape.size(axis);
      }
      grid.values[i] = cell.at(index);
    }
    return grid;
  }

  Shape shape() {
    return shape;
  }

  int count() {
    return values.length;
  }

  double at(int position) {
    return values[position];
  }

  double at(long... index) {
    long[] strides = shape.strides();
    long position = 0;
    for (int axis = 0; axis < index.length; axis++) {
      position += index[axis] * strides[axis];
    }
    return values[(int) position];
  }

  /// This grid read at an index of a larger shape, as NumPy broadcasts.
  double broadcast(long[] index) {
    long[] own = new long[shape.rank()];
    for (int axis = 0; axis < own.length; axis++) {
      long given = index[index.length - own.length + axis];
      own[axis] = shape.size(axis) == 1 ? 0 : given;
    }
    return at(own);
  }
}
