package dev.darkroom.backend.djl;

import dev.darkroom.core.tensor.DType;

/// How a weight lies in PyTorch's memory.
///
/// @param stored the element type in which Java hands it over
/// @param held the element type that scripts find
record Packing(DType stored, DType held) {

  /// Whether scripts use the memory that Java handed over.
  boolean isView() {
    return stored == held;
  }

  /// The expression that packs the tensor `w`.
  String expression() {
    return isView() ? "w" : Script.invocation("to", "w", TorchType.number(held));
  }
}
