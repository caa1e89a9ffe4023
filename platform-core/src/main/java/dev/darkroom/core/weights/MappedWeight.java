package dev.darkroom.core.weights;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.function.UnaryOperator;

/// A weight computed from another at every read.
record MappedWeight(Weight source, DType dtype, Shape shape, UnaryOperator<Tensor> step)
    implements Weight {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public Tensor read() {
    Tensor result = step.apply(source.read());
    if (result.dtype() != dtype || !result.shape().equals(shape)) {
      throw new IllegalStateException(
          "%s: promised %s %s, computed %s".formatted(name(), dtype, shape, result));
    }
    return result;
  }
}
