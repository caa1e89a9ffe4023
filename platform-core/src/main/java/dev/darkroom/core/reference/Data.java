package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;

/// The elements of one value in row-major order on the heap: floats for floating types, longs for
/// all others. Never changed once it has been handed on, so values may share storage.
sealed interface Data permits FloatData, LongData {

  static Data of(Tensor tensor) {
    return tensor.dtype().isFloating()
        ? new FloatData(tensor.dtype(), tensor.shape(), tensor.toFloats())
        : new LongData(tensor.dtype(), tensor.shape(), tensor.toLongs());
  }

  DType dtype();

  Shape shape();

  default Type type() {
    return Type.of(dtype(), shape());
  }

  /// The number of elements.
  default int count() {
    return Math.toIntExact(shape().elements());
  }

  /// The same elements under another shape.
  Data reshape(Shape target);

  /// Element i of the result is element `sources[i]` of this one, or `fill` where that is negative.
  Data pick(Shape target, int[] sources, double fill);

  /// Space for `target` elements of this type, to be filled by [#copy].
  Data blank(Shape target);

  /// Copies `count` elements into `target`, which nobody else has seen yet.
  void copy(int from, Data target, int to, int count);

  /// Whether element `a` is larger than element `b`.
  boolean larger(int a, int b);

  /// This with dimensions of size 1 stretched, as NumPy broadcasts.
  default Data expand(Shape target) {
    return shape().equals(target) ? this : pick(target, Lookup.stretch(shape(), target), 0);
  }

  Data cast(DType target);

  Tensor toTensor();
}
