package dev.darkroom.core.reference;

import dev.darkroom.core.tensor.Shape;

/// One dimension of a shape, seen with all before it and all after it folded together.
record Axis(int outer, int size, int inner) {

  static Axis of(Shape shape, int axis) {
    int index = axis < 0 ? axis + shape.rank() : axis;
    long outer = 1;
    long inner = 1;
    for (int i = 0; i < shape.rank(); i++) {
      outer *= i < index ? shape.size(i) : 1;
      inner *= i > index ? shape.size(i) : 1;
    }
    return new Axis((int) outer, (int) shape.size(index), (int) inner);
  }

  /// How many lines of elements run along the axis.
  int lines() {
    return outer * inner;
  }

  /// Where element `i` of a line stands.
  int at(int line, int i) {
    return (line / inner * size + i) * inner + line % inner;
  }
}
