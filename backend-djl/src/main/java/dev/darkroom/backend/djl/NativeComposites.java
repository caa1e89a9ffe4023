package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.Gelu;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.RmsNorm;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.ir.composite.Softmax;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// The composites that PyTorch has a kernel for. Its norms and softmax keep their sums in float32
/// when they are given bfloat16.
final class NativeComposites {

  private NativeComposites() {}

  static boolean claims(Op.Composite op) {
    return switch (op) {
      case Linear _, LayerNorm _, RmsNorm _, GroupNorm _, Softmax _, Gelu _, Silu _ -> true;
      case Attention attention -> attention.heads() == attention.keyValueHeads();
      default -> false; // composites are open: whatever is not known here lowers itself
    };
  }

  static Term emit(Script out, Op.Composite op, List<Term> in, Type type) {
    Term x = in.getFirst();
    return switch (op) {
      case Linear _ -> linear(out, in, type);
      case LayerNorm(double epsilon) ->
          out.call(
              type,
              x.held(),
              "layer_norm",
              x,
              last(x),
              weight(in, 1),
              weight(in, 2),
              Script.number(epsilon));
      case RmsNorm(double epsilon) ->
          out.call(type, x.held(), "rms_norm", x, last(x), weight(in, 1), Script.number(epsilon));
      case GroupNorm(int groups, double epsilon) ->
          out.call(
              type,
              x.held(),
              "group_norm",
              x,
              groups,
              in.get(1),
              in.get(2),
              Script.number(epsilon));
      case Softmax(int axis) -> out.call(type, x.held(), "softmax", x, axis);
      case Gelu(Gelu.Form form) -> gelu(out, form, x, type);
      case Silu(double scale) -> silu(out, scale, x, type);
      case Attention attention -> attention(out, attention, in, type);
      default -> throw new IllegalStateException(op + " was not claimed");
    };
  }

  private static Term linear(Script out, List<Term> in, Type type) {
    List<Term> operands = in.stream().map(out::narrow).toList();
    Object bias = operands.size() > 2 ? operands.get(2) : "None";
    if (operands.get(1).blocked()) {
      return out.call(
          type,
          operands.getFirst().held(),
          "ops.mkldnn._linear_pointwise",
          operands.get(0),
          operands.get(1),
          bias,
          WindowEmitter.NO_ACTIVATION);
    }
    return out.call(
        type, operands.getFirst().held(), "linear", operands.get(0), operands.get(1), bias);
  }

  private static String last(Term x) {
    return "[" + Script.invocation("size", x, -1) + "]";
  }

  private static Object weight(List<Term> in, int index) {
    return in.size() > index ? in.get(index) : "None";
  }

  private static Term gelu(Script out, Gelu.Form form, Term x, Type type) {
    String approximation =
        switch (form) {
          case EXACT -> "none";
          case TANH -> "tanh";
        };
    return out.call(type, x.held(), "gelu", x, "approximate=\"" + approximation + "\"");
  }

  private static Term silu(Script out, double scale, Term x, Type type) {
    if (scale == 1) {
      return out.call(type, x.held(), "silu", x);
    }
    Term scaled = out.call(type, x.held(), "mul", x, Script.number(scale));
    return out.call(type, x.held(), "mul", x, Script.invocation("sigmoid", scaled));
  }

  private static Term attention(Script out, Attention op, List<Term> in, Type type) {
    Term query = heads(out, op, out.narrow(in.get(0)));
    Term key = heads(out, op, out.narrow(in.get(1)));
    Term value = heads(out, op, out.narrow(in.get(2)));
    boolean narrow = out.precision() == DType.BF16 && !out.recorded();
    if (narrow && op.mask() == Attention.Mask.NONE) {
      return out.call(
          type, query.held(), "self.attention", query, key, value, Script.number(op.scale()));
    }
    Object mask = op.mask() == Attention.Mask.ADDITIVE ? out.narrow(in.get(3)) : "None";
    Term mixed =
        out.call(
            query.type(),
            query.held(),
            "scaled_dot_product_attention",
            query,
            key,
            value,
            mask,
            "0.",
            Script.truth(op.mask() == Attention.Mask.CAUSAL),
            "scale=" + Script.number(op.scale()));
    String joined = Script.invocation("transpose", mixed, 1, 2);
    return out.call(type, query.held(), "flatten", joined, 2, 3);
  }

  /// `[batch, tokens, heads * size]` as `[batch, heads, tokens, size]`.
  private static Term heads(Script out, Attention op, Term x) {
    String split =
        Script.invocation(
            "reshape",
            x,
            List.of(
                Script.invocation("size", x, 0),
                Script.invocation("size", x, 1),
                Integer.toString(op.heads()),
                "-1"));
    return out.call(x.type(), x.held(), "transpose", split, 1, 2);
  }
}
