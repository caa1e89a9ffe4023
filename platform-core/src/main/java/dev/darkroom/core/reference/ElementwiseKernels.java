package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Elementwise;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import java.util.List;

/// Element by element: operands are stretched to the result's shape first.
final class ElementwiseKernels {

  private ElementwiseKernels() {}

  static Data apply(Elementwise op, List<Data> inputs, Shape shape) {
    List<Data> wide = inputs.stream().map(input -> input.expand(shape)).toList();
    return switch (op) {
      case Elementwise.Unary(var kind) -> unary(kind, wide.getFirst());
      case Elementwise.Binary(var kind) -> binary(kind, wide.get(0), wide.get(1));
      case Elementwise.Compare(var kind) -> compare(kind, wide.get(0), wide.get(1));
      case Elementwise.Select _ -> select((LongData) wide.get(0), wide.get(1), wide.get(2));
      case Elementwise.Cast(DType target) -> wide.getFirst().cast(target);
    };
  }

  private static Data unary(Elementwise.Unary.Kind kind, Data x) {
    return switch (x) {
      case FloatData floats -> floats.map(FloatFunctions.unary(kind));
      case LongData longs -> longs.map(LongFunctions.unary(kind));
    };
  }

  private static Data binary(Elementwise.Binary.Kind kind, Data a, Data b) {
    return switch (a) {
      case FloatData floats -> floats.zip((FloatData) b, FloatFunctions.binary(kind));
      case LongData longs -> longs.zip((LongData) b, LongFunctions.binary(kind));
    };
  }

  private static Data compare(Elementwise.Compare.Kind kind, Data a, Data b) {
    long[] results = new long[a.count()];
    for (int i = 0; i < results.length; i++) {
      boolean holds =
          switch (a) {
            case FloatData x -> compare(kind, x.values[i], ((FloatData) b).values[i]);
            case LongData x -> compare(kind, x.values[i], ((LongData) b).values[i]);
          };
      results[i] = holds ? 1 : 0;
    }
    return new LongData(DType.BOOL, a.shape(), results);
  }

  private static boolean compare(Elementwise.Compare.Kind kind, float a, float b) {
    return switch (kind) {
      case EQUAL -> a == b;
      case LESS -> a < b;
      case LESS_OR_EQUAL -> a <= b;
    };
  }

  private static boolean compare(Elementwise.Compare.Kind kind, long a, long b) {
    return switch (kind) {
      case EQUAL -> a == b;
      case LESS -> a < b;
      case LESS_OR_EQUAL -> a <= b;
    };
  }

  private static Data select(LongData condition, Data a, Data b) {
    Data result = a.blank(a.shape());
    for (int i = 0; i < condition.values.length; i++) {
      (condition.values[i] != 0 ? a : b).copy(i, result, i, 1);
    }
    return result;
  }
}
