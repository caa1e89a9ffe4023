package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Elementwise;
import dev.darkroom.core.ir.Elementwise.Binary;
import dev.darkroom.core.ir.Elementwise.Compare;
import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/// Says elementwise ops in ONNX.
final class ElementwiseEmitter {

  private ElementwiseEmitter() {}

  static String emit(Emission out, Elementwise op, Call call) {
    DType dtype = call.type(call.size() - 1).dtype();
    return switch (op) {
      case Unary(Unary.Kind kind) -> widened(out, operator(kind), dtype, call);
      case Binary(Binary.Kind kind) -> widened(out, operator(kind), dtype, call);
      case Compare(Compare.Kind kind) -> out.apply(operator(kind), operands(out, call, 0));
      case Elementwise.Select _ -> narrowed(out, out.apply("Where", operands(out, call, 1)), dtype);
      case Elementwise.Cast(DType target) ->
          out.cast(call.name(0), out.computed(dtype), out.computed(target));
    };
  }

  private static String widened(Emission out, String operator, DType dtype, Call call) {
    if (dtype == DType.BOOL) {
      return out.apply(operator, call.names());
    }
    return narrowed(out, out.apply(operator, operands(out, call, 0)), dtype);
  }

  /// The operands from index `first` on in a type that ONNX Runtime's CPU kernels have: bytes and
  /// booleans as int32.
  private static List<String> operands(Emission out, Call call, int first) {
    List<String> names = new ArrayList<>(call.names().subList(0, first));
    for (int i = first; i < call.size(); i++) {
      DType dtype = call.type(i).dtype();
      names.add(isNarrow(dtype) ? out.cast(call.name(i), dtype, DType.I32) : call.name(i));
    }
    return names;
  }

  private static String narrowed(Emission out, String value, DType dtype) {
    return isNarrow(dtype) ? out.cast(value, DType.I32, dtype) : value;
  }

  private static boolean isNarrow(DType dtype) {
    return dtype == DType.I8 || dtype == DType.U8 || dtype == DType.BOOL;
  }

  private static String operator(Unary.Kind kind) {
    return switch (kind) {
      case NEG -> "Neg";
      case ABS -> "Abs";
      case SIGN -> "Sign";
      case RECIPROCAL -> "Reciprocal";
      case EXP -> "Exp";
      case LOG -> "Log";
      case SQRT -> "Sqrt";
      case SIN -> "Sin";
      case COS -> "Cos";
      case TANH -> "Tanh";
      case ERF -> "Erf";
      case SIGMOID -> "Sigmoid";
      case FLOOR -> "Floor";
      case CEIL -> "Ceil";
      case ROUND -> "Round";
      case NOT -> "Not";
    };
  }

  private static String operator(Binary.Kind kind) {
    return switch (kind) {
      case ADD -> "Add";
      case SUB -> "Sub";
      case MUL -> "Mul";
      case DIV -> "Div";
      case POW -> "Pow";
      case MIN -> "Min";
      case MAX -> "Max";
      case AND -> "And";
      case OR -> "Or";
    };
  }

  private static String operator(Compare.Kind kind) {
    return switch (kind) {
      case EQUAL -> "Equal";
      case LESS -> "Less";
      case LESS_OR_EQUAL -> "LessOrEqual";
    };
  }
}
