package dev.darkroom.core.reference;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/// What the named dimensions of one run stand for.
final class Sizes {

  private final Map<String, Long> known = new HashMap<>();

  /// Checks the tensors of a run against the inputs that the graph declares.
  void bindInputs(Map<String, Type> declared, Map<String, Tensor> inputs) {
    for (String name : inputs.keySet()) {
      if (!declared.containsKey(name)) {
        throw new InvalidRequestException(
            name, "the graph has no such input; it takes " + declared.keySet() + ".");
      }
    }
    declared.forEach((name, type) -> bindInput(name, type, inputs));
  }

  private void bindInput(String name, Type type, Map<String, Tensor> inputs) {
    Tensor tensor = inputs.get(name);
    if (tensor == null) {
      throw new InvalidRequestException(name, "missing; hand over a tensor " + type + ".");
    }
    if (tensor.dtype() != type.dtype()) {
      throw new InvalidRequestException(
          name, "is " + tensor + ", must be " + type + "; cast it first.");
    }
    try {
      bind(type, tensor.shape());
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(
          name, "is " + tensor + ", must be " + type + ": " + e.getMessage() + ".", e);
    }
  }

  /// Notes the sizes of a value; an error if they contradict its type or an earlier value.
  void bind(Type type, Shape shape) {
    if (shape.rank() != type.rank()) {
      throw new IllegalArgumentException(
          "rank " + shape.rank() + " where " + type + " was declared");
    }
    for (int axis = 0; axis < type.rank(); axis++) {
      long size = shape.size(axis);
      long expected =
          switch (type.dim(axis)) {
            case Dim.Fixed(long fixed) -> fixed;
            case Dim.Named(String name) -> known.computeIfAbsent(name, _ -> size);
          };
      if (size != expected) {
        throw new IllegalArgumentException(
            "dimension %d (%s) is %d, not %d".formatted(axis, type.dim(axis), expected, size));
      }
    }
  }
}
