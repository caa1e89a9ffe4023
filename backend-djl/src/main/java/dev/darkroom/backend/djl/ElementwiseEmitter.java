package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Elementwise;
import dev.darkroom.core.ir.Elementwise.Binary;
import dev.darkroom.core.ir.Elementwise.Compare;
import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// Says elementwise ops in TorchScript. PyTorch widens mixed operands by itself.
final class ElementwiseEmitter {

  private ElementwiseEmitter() {}

  static Term emit(Script out, Elementwise op, List<Term> in, Type type) {
    return switch (op) {
      case Unary(Unary.Kind kind) -> unary(out, kind, in.getFirst(), type);
      case Binary(Binary.Kind kind) -> binary(out, kind, in.get(0), in.get(1), type);
      case Compare(Compare.Kind kind) ->
          out.call(type, DType.BOOL, operator(kind), in.get(0), in.get(1));
      case Elementwise.Select _ ->
          out.call(type, mixed(in.get(1), in.get(2)), "where", in.get(0), in.get(1), in.get(2));
      case Elementwise.Cast(DType target) -> {
        Term cast = out.cast(in.getFirst(), target);
        yield new Term(cast.name(), type, target);
      }
    };
  }

  private static Term unary(Script out, Unary.Kind kind, Term x, Type type) {
    Term operand = staysNarrow(kind) ? x : out.wide(x);
    return out.call(type, operand.held(), operator(kind), operand);
  }

  /// Whether eight bits of mantissa lose nothing that the operand still had.
  private static boolean staysNarrow(Unary.Kind kind) {
    return switch (kind) {
      case NEG, ABS, SIGN, FLOOR, CEIL, ROUND, NOT -> true;
      case RECIPROCAL, EXP, LOG, SQRT, SIN, COS, TANH, ERF, SIGMOID -> false;
    };
  }

  private static Term binary(Script out, Binary.Kind kind, Term a, Term b, Type type) {
    return switch (kind) {
      case ADD, SUB, MUL, MIN, MAX, AND, OR -> out.call(type, mixed(a, b), operator(kind), a, b);
      case POW -> wide(out, "pow", a, b, type);
      case DIV ->
          type.dtype().isFloating()
              ? wide(out, "div", a, b, type)
              : out.call(type, a.held(), "div", a, b, "rounding_mode=\"trunc\"");
    };
  }

  private static Term wide(Script out, String operator, Term a, Term b, Type type) {
    return out.call(type, type.dtype(), operator, out.wide(a), out.wide(b));
  }

  /// The element type that PyTorch gives to the result of two operands: the wider one, but a single
  /// number does not widen a tensor.
  private static DType mixed(Term a, Term b) {
    if (a.held() == b.held() || (b.rank() == 0 && a.rank() > 0)) {
      return a.held();
    }
    return a.rank() == 0 && b.rank() > 0 ? b.held() : DType.F32;
  }

  private static String operator(Unary.Kind kind) {
    return switch (kind) {
      case NEG -> "neg";
      case ABS -> "abs";
      case SIGN -> "sign";
      case RECIPROCAL -> "reciprocal";
      case EXP -> "exp";
      case LOG -> "log";
      case SQRT -> "sqrt";
      case SIN -> "sin";
      case COS -> "cos";
      case TANH -> "tanh";
      case ERF -> "erf";
      case SIGMOID -> "sigmoid";
      case FLOOR -> "floor";
      case CEIL -> "ceil";
      case ROUND -> "round";
      case NOT -> "logical_not";
    };
  }

  private static String operator(Binary.Kind kind) {
    return switch (kind) {
      case ADD -> "add";
      case SUB -> "sub";
      case MUL -> "mul";
      case DIV -> "div";
      case POW -> "pow";
      case MIN -> "minimum";
      case MAX -> "maximum";
      case AND -> "logical_and";
      case OR -> "logical_or";
    };
  }

  private static String operator(Compare.Kind kind) {
    return switch (kind) {
      case EQUAL -> "eq";
      case LESS -> "lt";
      case LESS_OR_EQUAL -> "le";
    };
  }
}
