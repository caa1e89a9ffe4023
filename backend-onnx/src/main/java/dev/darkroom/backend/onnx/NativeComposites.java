package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.Gelu;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.ir.composite.Softmax;
import java.util.List;

/// The composites that ONNX Runtime has one kernel (or a better spelling) for.
///
/// @param contrib whether the device has ONNX Runtime's own operators; else only standard ones are
///     used, so that a device's compiler sees nothing it does not know
record NativeComposites(boolean contrib) {

  boolean claims(Op.Composite op) {
    return switch (op) {
      case Linear _, LayerNorm _, GroupNorm _, Softmax _, Gelu _ -> true;
      case Silu _ -> contrib;
      case Attention attention ->
          contrib
              && attention.heads() == attention.keyValueHeads()
              && attention.mask() != Attention.Mask.CAUSAL;
      default -> false; // composites are open: whatever is not known here lowers itself
    };
  }

  String emit(Emission out, Op.Composite op, Call call) {
    return switch (op) {
      case Linear _ -> linear(out, call);
      case LayerNorm(double epsilon) -> layerNorm(out, epsilon, call);
      case GroupNorm(int groups, double epsilon) -> groupNorm(out, groups, epsilon, call);
      case Softmax(int axis) -> out.apply("Softmax", call.names(), Attribute.of("axis", axis));
      case Gelu(Gelu.Form form) -> gelu(out, form, call);
      case Silu(double scale) ->
          out.contrib("QuickGelu", call.names(), Attribute.of("alpha", scale));
      case Attention attention -> attention(out, attention, call);
      default -> throw new IllegalStateException(op + " was not claimed");
    };
  }

  private String linear(Emission out, Call call) {
    if (call.type(0).rank() == 2) {
      return out.apply("Gemm", call.names(), Attribute.of("transB", 1));
    }
    String x = call.name(0);
    String weight = call.name(1);
    String product =
        contrib
            ? out.contrib("FusedMatMul", List.of(x, weight), Attribute.of("transB", 1))
            : out.apply("MatMul", List.of(x, out.apply("Transpose", List.of(weight))));
    return call.size() < 3 ? product : out.apply("Add", List.of(product, call.name(2)));
  }

  private static String layerNorm(Emission out, double epsilon, Call call) {
    Attribute precision = Attribute.of("epsilon", epsilon);
    if (call.size() > 1) {
      return out.apply("LayerNormalization", call.names(), precision);
    }
    String x = call.name(0);
    String ones =
        switch (call.type(0).dim(-1)) {
          case Dim.Fixed(long size) -> out.filled(1, Math.toIntExact(size));
          case Dim.Named _ ->
              out.apply("Expand", List.of(out.filled(1, 1), out.sizeOf(x, call.type(0), -1)));
        };
    return out.apply("LayerNormalization", List.of(x, ones), precision);
  }

  /// As an instance norm of the groups: its kernel does mean and variance in one go.
  private static String groupNorm(Emission out, int groups, double epsilon, Call call) {
    String x = call.name(0);
    String grouped = out.apply("Reshape", List.of(x, out.integers(0L, (long) groups, -1L)));
    String normal =
        out.apply(
            "InstanceNormalization",
            List.of(grouped, out.filled(1, groups), out.filled(0, groups)),
            Attribute.of("epsilon", epsilon));
    String channels = out.integers(-1L, 1L, 1L);
    String weight = out.apply("Reshape", List.of(call.name(1), channels));
    String bias = out.apply("Reshape", List.of(call.name(2), channels));
    String spread = out.apply("Reshape", List.of(normal, out.shapeOf(x)));
    return out.apply("Add", List.of(out.apply("Mul", List.of(spread, weight)), bias));
  }

  private static String gelu(Emission out, Gelu.Form form, Call call) {
    String approximation =
        switch (form) {
          case EXACT -> "none";
          case TANH -> "tanh";
        };
    return out.apply("Gelu", call.names(), Attribute.of("approximate", approximation));
  }

  private static String attention(Emission out, Attention op, Call call) {
    Attribute heads = Attribute.of("num_heads", op.heads());
    Attribute scale = Attribute.of("scale", op.scale());
    String query = call.name(0);
    String key = call.name(1);
    String value = call.name(2);
    if (call.size() == 3) {
      return out.contrib("MultiHeadAttention", List.of(query, key, value), heads, scale);
    }
    return out.contrib(
        "MultiHeadAttention", List.of(query, key, value, "", "", mask(out, call)), heads, scale);
  }

  /// The mask with a row for each query and a column for each key, as the kernel demands.
  private static String mask(Emission out, Call call) {
    String rows = out.sizeOf(call.name(0), call.type(0), 1);
    String columns = out.sizeOf(call.name(1), call.type(1), 1);
    String one = out.integers(1L);
    String shape = out.apply("Concat", List.of(one, one, rows, columns), Attribute.of("axis", 0));
    return out.apply("Expand", List.of(call.name(3), shape));
  }
}
