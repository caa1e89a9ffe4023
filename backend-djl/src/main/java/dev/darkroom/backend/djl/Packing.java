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
    String seen =
        stored == DType.BF16
            ? Script.invocation("view", "w", "dtype=" + TorchType.number(stored))
            : "w";
    return stored == held ? seen : Script.invocation("to", seen, TorchType.number(held));
  }
}
