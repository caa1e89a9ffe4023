package dev.darkroom.backend.tf;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the tensors of a run against the inputs of its graph.
record InputCheck(Map<String, Type> types) {

  /// @throws InvalidRequestException naming the first input that is unknown, missing or does not fit
  void check(Map<String, Tensor> inputs) {
    for (String name : inputs.keySet()) {
      if (!types.containsKey(name)) {
        throw new InvalidRequestException(
            name, "the graph has no such input; its inputs are " + types.keySet() + ".");
      }
    }
    Map<String, Long> sizes = new HashMap<>();
    types.forEach((name, type) -> check(name, type, inputs.get(name), sizes));
  }

  private static void check(
      String name, Type type, @Nullable Tensor tensor, Map<String, Long> sizes) {
    if (tensor == null) {
      throw new InvalidRequestException(name, "the graph needs this input, " + type + ".");
    }
    Shape shape = tensor.shape();
    boolean fits = tensor.dtype() == type.dtype() && shape.rank() == type.rank();
    for (int axis = 0; fits && axis < type.rank(); axis++) {
      fits = fits(type.dim(axis), shape.size(axis), sizes);
    }
    if (!fits) {
      throw new InvalidRequestException(name, "the graph needs " + type + ", got " + tensor + ".");
    }
  }

  /// A name stands for one size in all inputs.
  private static boolean fits(Dim dim, long size, Map<String, Long> sizes) {
    return switch (dim) {
      case Dim.Fixed(long fixed) -> fixed == size;
      case Dim.Named(String name) -> {
        Long known = sizes.putIfAbsent(name, size);
        yield known == null || known == size;
      }
    };
  }
}
