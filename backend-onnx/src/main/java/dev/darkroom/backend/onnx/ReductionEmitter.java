package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Reduction;
import dev.darkroom.core.ir.Reduction.Pool2d;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// Says reductions in ONNX.
final class ReductionEmitter {

  private ReductionEmitter() {}

  static String emit(Emission out, Reduction op, Call call) {
    return switch (op) {
      case Reduce(Reduce.Kind kind, List<Integer> axes) -> reduce(out, kind, axes, call);
      case Reduction.ArgMax(int axis) -> argMax(out, axis, call);
      case Reduction.CumulativeSum(int axis) ->
          out.apply("CumSum", List.of(call.name(0), out.integer(call.type(0).axis(axis))));
      case Pool2d(Pool2d.Kind kind, Window window) -> WindowEmitter.pool(out, kind, window, call);
    };
  }

  private static String reduce(Emission out, Reduce.Kind kind, List<Integer> axes, Call call) {
    if (axes.isEmpty()) {
      return call.name(0);
    }
    String operator =
        switch (kind) {
          case SUM -> "ReduceSum";
          case MEAN -> "ReduceMean";
          case MAX -> "ReduceMax";
          case MIN -> "ReduceMin";
        };
    Type type = call.type(0);
    DType computed = isNarrow(type.dtype()) ? DType.I32 : type.dtype();
    String x = out.cast(call.name(0), type.dtype(), computed);
    String list =
        out.integers(axes.stream().map(axis -> (long) type.axis(axis)).toArray(Long[]::new));
    return out.cast(out.apply(operator, List.of(x, list)), computed, type.dtype());
  }

  private static String argMax(Emission out, int axis, Call call) {
    DType dtype = call.type(0).dtype();
    String x = dtype == DType.BOOL ? out.cast(call.name(0), dtype, DType.I32) : call.name(0);
    return out.apply("ArgMax", List.of(x), Attribute.of("axis", axis));
  }

  private static boolean isNarrow(DType dtype) {
    return dtype == DType.I8 || dtype == DType.U8 || dtype == DType.BOOL;
  }
}
