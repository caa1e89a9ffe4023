package dev.darkroom.core.ir;

import dev.darkroom.core.tensor.DType;
import java.util.List;

/// Ops that work element by element; operands broadcast as NumPy's do.
public sealed interface Elementwise extends Op.Primitive {

  /// A function of one number. All but `NEG`, `ABS`, `SIGN` and `NOT` are for floating types; `NOT`
  /// is for [DType#BOOL] alone. `ROUND` goes to the nearest, ties to even.
  record Unary(Kind kind) implements Elementwise {
    /// Which function.
    public enum Kind {
      NEG,
      ABS,
      SIGN,
      RECIPROCAL,
      EXP,
      LOG,
      SQRT,
      SIN,
      COS,
      TANH,
      ERF,
      SIGMOID,
      FLOOR,
      CEIL,
      ROUND,
      NOT
    }

    @Override
    public Type result(List<Type> inputs) {
      Type x = inputs.getFirst();
      boolean fits =
          switch (kind) {
            case NOT -> x.dtype() == DType.BOOL;
            case NEG, ABS, SIGN -> x.dtype() != DType.BOOL;
            default -> x.dtype().isFloating();
          };
      if (!fits) {
        throw new IllegalArgumentException("wrong element type");
      }
      return x;
    }

    @Override
    public String name() {
      return kind.name();
    }
  }

  /// A function of two numbers of one type. `AND` and `OR` are for [DType#BOOL] alone; integer `DIV`
  /// rounds towards zero.
  record Binary(Kind kind) implements Elementwise {
    /// Which function.
    public enum Kind {
      ADD,
      SUB,
      MUL,
      DIV,
      POW,
      MIN,
      MAX,
      AND,
      OR
    }

    @Override
    public Type result(List<Type> inputs) {
      boolean logical = kind == Kind.AND || kind == Kind.OR;
      if (logical != (inputs.getFirst().dtype() == DType.BOOL)) {
        throw new IllegalArgumentException("wrong element type");
      }
      return new Type(sameDtype(inputs), Type.broadcast(inputs.get(0), inputs.get(1)));
    }

    @Override
    public String name() {
      return kind.name();
    }
  }

  /// A comparison of two numbers of one type; the result is [DType#BOOL].
  record Compare(Kind kind) implements Elementwise {
    /// Which comparison.
    public enum Kind {
      EQUAL,
      LESS,
      LESS_OR_EQUAL
    }

    @Override
    public Type result(List<Type> inputs) {
      sameDtype(inputs);
      return new Type(DType.BOOL, Type.broadcast(inputs.get(0), inputs.get(1)));
    }

    @Override
    public String name() {
      return kind.name();
    }
  }

  /// Inputs: condition ([DType#BOOL]), a, b. The elements of a where the condition holds, of b
  /// elsewhere.
  record Select() implements Elementwise {
    @Override
    public Type result(List<Type> inputs) {
      Type condition = inputs.getFirst();
      if (condition.dtype() != DType.BOOL) {
        throw new IllegalArgumentException("the condition must be BOOL");
      }
      DType dtype = sameDtype(inputs.subList(1, 3));
      Type branches = new Type(dtype, Type.broadcast(inputs.get(1), inputs.get(2)));
      return new Type(dtype, Type.broadcast(condition, branches));
    }
  }

  /// Conversion to another element type; towards integers fractions are cut off.
  record Cast(DType target) implements Elementwise {
    @Override
    public Type result(List<Type> inputs) {
      return inputs.getFirst().with(target);
    }
  }

  private static DType sameDtype(List<Type> inputs) {
    DType dtype = inputs.getFirst().dtype();
    if (inputs.stream().anyMatch(type -> type.dtype() != dtype)) {
      throw new IllegalArgumentException("element types differ");
    }
    return dtype;
  }
}
