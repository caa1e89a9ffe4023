package dev.darkroom.testkit.family;

import dev.darkroom.core.tensor.Tensor;
import java.util.Map;

/// Tensors by name, present or an error.
final class Tensors {

  private Tensors() {}

  static Tensor named(Map<String, Tensor> tensors, String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new AssertionError("no tensor " + name + " among " + tensors.keySet());
    }
    return tensor;
  }
}
