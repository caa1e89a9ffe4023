package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Reduction.Pool2d;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;

/// Says pools in TensorFlow, as sums and maxima of shifted pictures: its own pools know neither
/// dilation nor padding of one side only.
final class PoolEmitter {

  private PoolEmitter() {}

  /// @return the result with its channels last
  static Edge emit(Emission out, Pool2d.Kind kind, Window window, Operand x) {
    Edge picture = out.last(x);
    DType dtype = x.type().dtype();
    return switch (kind) {
      case MAX -> slide(out, "Maximum", padded(out, picture, window, dtype, true), window);
      case MEAN -> {
        Edge sum = slide(out, "AddV2", padded(out, picture, window, dtype, false), window);
        Edge ones = out.apply("OnesLike", picture);
        Edge count = slide(out, "AddV2", padded(out, ones, window, dtype, false), window);
        yield out.apply("RealDiv", sum, count);
      }
    };
  }

  private static Edge padded(
      Emission out, Edge picture, Window window, DType dtype, boolean lowest) {
    Edge sizes =
        out.reshape(
            out.integers(0, 0, window.top(), window.bottom(), window.left(), window.right(), 0, 0),
            out.integers(4, 2));
    float value = lowest ? Float.NEGATIVE_INFINITY : 0;
    return out.apply("PadV2", picture, sizes, out.constant(Tensor.scalar(value).cast(dtype)));
  }

  private static Edge slide(Emission out, String operator, Edge picture, Window window) {
    Edge result = shifted(out, picture, window, 0, 0);
    for (int i = 1; i < window.height() * window.width(); i++) {
      Edge next = shifted(out, picture, window, i / window.width(), i % window.width());
      result = out.apply(operator, result, next);
    }
    return result;
  }

  /// Every pixel that lies under the window's `row` and `column`.
  private static Edge shifted(Emission out, Edge picture, Window window, int row, int column) {
    long below = (long) window.dilation() * (window.height() - 1 - row);
    long beside = (long) window.dilation() * (window.width() - 1 - column);
    long top = (long) window.dilation() * row;
    long left = (long) window.dilation() * column;
    long open = 0b1001 | (below == 0 ? 0b0010 : 0) | (beside == 0 ? 0b0100 : 0);
    return out.operator("StridedSlice")
        .input(
            picture,
            out.integers(0, top, left, 0),
            out.integers(0, -below, -beside, 0),
            out.integers(1, window.stride(), window.stride(), 1))
        .with("end_mask", open)
        .build();
  }
}
