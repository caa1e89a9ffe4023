package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Elementwise;
import dev.darkroom.core.ir.Elementwise.Binary;
import dev.darkroom.core.ir.Elementwise.Compare;
import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/// Says elementwise ops in TensorFlow. They take values in either layout.
final class ElementwiseEmitter {

  private ElementwiseEmitter() {}

  static Operand emit(Emission out, Elementwise op, Type result, List<Operand> in) {
    Layout layout = layout(in, result.rank());
    List<Edge> edges = in.stream().map(x -> aligned(out, layout, result.rank(), x)).toList();
    DType dtype = in.getLast().type().dtype();
    Edge edge =
        switch (op) {
          case Unary(Unary.Kind kind) -> computed(out, operator(kind), dtype, edges);
          case Binary(Binary.Kind kind) -> computed(out, operator(kind, dtype), dtype, edges);
          case Compare(Compare.Kind kind) ->
              out.apply(operator(kind), widened(out, dtype, edges).toArray(Edge[]::new));
          case Elementwise.Select _ -> out.apply("SelectV2", edges.toArray(Edge[]::new));
          case Elementwise.Cast(DType target) -> out.cast(edges.getFirst(), dtype, target);
        };
    return new Operand(edge, result, layout);
  }

  /// Channels last if an operand of the result's rank is.
  private static Layout layout(List<Operand> in, int rank) {
    return in.stream().anyMatch(x -> x.isLast() && x.rank() == rank)
        ? Layout.CHANNELS_LAST
        : Layout.PLAIN;
  }

  /// The operand in `layout`, with as many dimensions as the result where that matters.
  private static Edge aligned(Emission out, Layout layout, int rank, Operand x) {
    if (layout == Layout.PLAIN || x.rank() == 0) {
      return out.plain(x);
    }
    Operand wide = x;
    while (wide.rank() < rank) {
      Edge edge = out.apply("ExpandDims", out.plain(wide), out.integer(0));
      List<Dim> dims = new ArrayList<>(wide.type().dims());
      dims.addFirst(Dim.of(1));
      wide = Operand.plain(edge, new Type(x.type().dtype(), dims));
    }
    return out.last(wide);
  }

  private static Edge computed(Emission out, String operator, DType dtype, List<Edge> edges) {
    if (dtype == DType.BOOL || !ElementType.isNarrow(dtype)) {
      return out.apply(operator, edges.toArray(Edge[]::new));
    }
    Edge wide = out.apply(operator, widened(out, dtype, edges).toArray(Edge[]::new));
    return out.cast(wide, DType.I32, dtype);
  }

  /// Bytes and truth values as int32, which every kernel takes.
  private static List<Edge> widened(Emission out, DType dtype, List<Edge> edges) {
    return ElementType.isNarrow(dtype)
        ? edges.stream().map(edge -> out.cast(edge, dtype, DType.I32)).toList()
        : edges;
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
      case ROUND -> "Rint";
      case NOT -> "LogicalNot";
    };
  }

  private static String operator(Binary.Kind kind, DType dtype) {
    return switch (kind) {
      case ADD -> "AddV2";
      case SUB -> "Sub";
      case MUL -> "Mul";
      case DIV -> dtype.isFloating() ? "RealDiv" : "TruncateDiv";
      case POW -> "Pow";
      case MIN -> "Minimum";
      case MAX -> "Maximum";
      case AND -> "LogicalAnd";
      case OR -> "LogicalOr";
    };
  }

  private static String operator(Compare.Kind kind) {
    return switch (kind) {
      case EQUAL -> "Equal";
      case LESS -> "Less";
      case LESS_OR_EQUAL -> "LessEqual";
    };
  }
}
