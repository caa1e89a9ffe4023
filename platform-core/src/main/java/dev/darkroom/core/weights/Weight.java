package dev.darkroom.core.weights;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One tensor of a model, not read yet. Safe for use by several threads.
public interface Weight {

  String name();

  /// The element type that [#read()] gives.
  DType dtype();

  /// The shape that [#read()] gives.
  Shape shape();

  /// The tensor: a view of the mapped file where nothing has to be computed, else a new tensor. Each
  /// call computes again; callers keep what they need, and nothing more.
  Tensor read();

  /// Where the bytes that [#read()] gives lie in a file, if they lie there as they are. Backends may
  /// hand the place to their engine instead of the bytes.
  default Optional<FileSlice> slice() {
    return Optional.empty();
  }

  /// This weight with a step of computation on the way. The step is run at every read.
  default Weight map(DType dtype, Shape shape, UnaryOperator<Tensor> step) {
    return new MappedWeight(this, dtype, shape, step);
  }

  /// This weight with another element type; itself if it has the type already.
  default Weight cast(DType target) {
    return target == dtype() ? this : map(target, shape(), tensor -> tensor.cast(target));
  }

  /// This weight under another shape with as many elements.
  default Weight reshape(Shape target) {
    return new ReshapedWeight(this, target);
  }
}
