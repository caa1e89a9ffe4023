package dev.darkroom.core.ir;

import dev.darkroom.core.tensor.Tensor;
import java.util.List;

/// Where values come from. None has inputs.
public sealed interface Source extends Op.Primitive {

  @Override
  default Type result(List<Type> inputs) {
    return type();
  }

  Type type();

  /// A tensor handed over at every run.
  record Input(String key, Type type) implements Source {}

  /// A tensor of the model, found by `key` in the weights that the graph is compiled with.
  record Weight(String key, Type type) implements Source {}

  /// A small tensor that is part of the graph.
  record Constant(Tensor value) implements Source {
    @Override
    public Type type() {
      return Type.of(value.dtype(), value.shape());
    }

    /// Shows the number itself where there is one only.
    @Override
    public String toString() {
      return "Constant[" + (value.shape().rank() == 0 ? value.at(0) : value) + "]";
    }
  }
}
