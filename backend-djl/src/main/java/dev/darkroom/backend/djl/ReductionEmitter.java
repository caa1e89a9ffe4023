package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Reduction;
import dev.darkroom.core.ir.Reduction.Pool2d;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// Says reductions in TorchScript.
final class ReductionEmitter {

  private ReductionEmitter() {}

  static Term emit(Script out, Reduction op, List<Term> in, Type type) {
    Term x = out.wide(in.getFirst());
    String dtype = "dtype=" + TorchType.number(type.dtype());
    return switch (op) {
      case Reduce(Reduce.Kind kind, List<Integer> axes) ->
          axes.isEmpty() ? x : reduce(out, kind, axes, x, type);
      case Reduction.ArgMax(int axis) ->
          out.call(type, DType.I64, "argmax", x, Integer.toString(axis), "True");
      case Reduction.CumulativeSum(int axis) ->
          out.call(type, x.held(), "cumsum", x, Integer.toString(axis), dtype);
      case Pool2d(Pool2d.Kind kind, var window) -> WindowEmitter.pool(out, kind, window, x, type);
    };
  }

  private static Term reduce(Script out, Reduce.Kind kind, List<Integer> axes, Term x, Type type) {
    return switch (kind) {
      case SUM ->
          out.call(
              type, x.held(), "sum", x, axes, "True", "dtype=" + TorchType.number(type.dtype()));
      case MEAN -> out.call(type, x.held(), "mean", x, axes, "True");
      case MAX -> out.call(type, x.held(), "amax", x, axes, "True");
      case MIN -> out.call(type, x.held(), "amin", x, axes, "True");
    };
  }
}
