package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Reduction;
import dev.darkroom.core.ir.Reduction.Pool2d;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// Says reductions in TensorFlow.
final class ReductionEmitter {

  private ReductionEmitter() {}

  static Operand emit(Emission out, Reduction op, Type result, List<Operand> in) {
    Operand x = in.getFirst();
    return switch (op) {
      case Reduce(Reduce.Kind kind, List<Integer> axes) ->
          new Operand(reduce(out, kind, axes, x), result, x.layout());
      case Reduction.ArgMax(int axis) ->
          new Operand(argMax(out, x.place(axis), x), result, x.layout());
      case Reduction.CumulativeSum(int axis) ->
          new Operand(
              out.apply("Cumsum", x.edge(), out.integer(x.place(axis))), result, x.layout());
      case Pool2d(Pool2d.Kind kind, Window window) ->
          new Operand(PoolEmitter.emit(out, kind, window, x), result, Layout.CHANNELS_LAST);
    };
  }

  private static Edge reduce(Emission out, Reduce.Kind kind, List<Integer> axes, Operand x) {
    if (axes.isEmpty()) {
      return x.edge();
    }
    String operator =
        switch (kind) {
          case SUM -> "Sum";
          case MEAN -> "Mean";
          case MAX -> "Max";
          case MIN -> "Min";
        };
    DType dtype = x.type().dtype();
    DType computed = ElementType.isNarrow(dtype) ? DType.I32 : dtype;
    List<Integer> places = axes.stream().map(x::place).toList();
    Edge wide = out.cast(x.edge(), dtype, computed);
    return out.cast(reduced(out, operator, wide, places), computed, dtype);
  }

  /// Reduces along `places`, which stay with size 1.
  static Edge reduced(Emission out, String operator, Edge x, List<Integer> places) {
    Operator reduction = out.operator(operator).input(x, out.integers(places));
    return out.stoppable(reduction.with("keep_dims", true));
  }

  private static Edge argMax(Emission out, int place, Operand x) {
    Edge at = out.integer(place);
    return out.apply("ExpandDims", out.apply("ArgMax", x.edge(), at), at);
  }
}
