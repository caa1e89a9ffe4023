package dev.darkroom.core.weights;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Optional;

/// A weight under another shape; its bytes stay where they are.
record ReshapedWeight(Weight source, Shape shape) implements Weight {

  ReshapedWeight {
    if (source.shape().elements() != shape.elements()) {
      throw new IllegalArgumentException(
          "%s: cannot reshape %s to %s".formatted(source.name(), source.shape(), shape));
    }
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public DType dtype() {
    return source.dtype();
  }

  @Override
  public Tensor read() {
    return source.read().reshape(shape);
  }

  @Override
  public Optional<FileSlice> slice() {
    return source.slice();
  }
}
