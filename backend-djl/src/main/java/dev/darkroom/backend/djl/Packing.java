package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// How a weight lies in PyTorch's memory.
///
/// @param held the element type that scripts find
/// @param layout its order in memory
record Packing(DType held, Layout layout) {

  /// An order of a weight's elements in memory.
  sealed interface Layout {

    /// As files store it.
    record Rows() implements Layout {}

    /// The weight of a convolution in the blocks that oneDNN's kernels read.
    record Convolution(Conv2d op) implements Layout {}

    /// The weight of a linear layer in the blocks that oneDNN's kernels read.
    record Matrix() implements Layout {}
  }

  /// As files store it.
  static Packing rows(DType held) {
    return new Packing(held, new Layout.Rows());
  }

  /// Whether only kernels of oneDNN can read it.
  boolean isBlocked() {
    return !(layout instanceof Layout.Rows);
  }

  /// The expression that packs the tensor `w` of another element type or the same.
  String expression(DType stored) {
    String cast = stored == held ? "w" : Script.invocation("to", "w", TorchType.number(held));
    return switch (layout) {
      case Layout.Rows _ -> cast;
      case Layout.Convolution(Conv2d(var window, int groups)) ->
          "ops.mkldnn._reorder_convolution_weight(%s, %s, %s, %s, %d, [2, torch.mul(torch.size(w, 1), %d), 32, 32])"
              .formatted(
                  cast,
                  WindowEmitter.padding(window),
                  List.of(window.stride(), window.stride()),
                  List.of(window.dilation(), window.dilation()),
                  groups,
                  groups);
      case Layout.Matrix _ -> "ops.mkldnn._reorder_linear_weight(%s, None)".formatted(cast);
    };
  }
}
