package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Elementwise;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/// What each kind of elementwise op computes on integers and truth values.
final class LongFunctions {

  private LongFunctions() {}

  static LongUnaryOperator unary(Elementwise.Unary.Kind kind) {
    return switch (kind) {
      case NEG -> x -> -x;
      case ABS -> Math::abs;
      case SIGN -> Long::signum;
      case NOT -> x -> x == 0 ? 1 : 0;
      case RECIPROCAL, EXP, LOG, SQRT, SIN, COS, TANH, ERF, SIGMOID, FLOOR, CEIL, ROUND ->
          throw new IllegalArgumentException(kind + " is for floating types");
    };
  }

  static LongBinaryOperator binary(Elementwise.Binary.Kind kind) {
    return switch (kind) {
      case ADD -> Long::sum;
      case SUB -> (a, b) -> a - b;
      case MUL -> (a, b) -> a * b;
      case DIV -> (a, b) -> a / b;
      case POW -> LongFunctions::power;
      case MIN -> Math::min;
      case MAX -> Math::max;
      case AND -> (a, b) -> a & b;
      case OR -> (a, b) -> a | b;
    };
  }

  private static long power(long base, long exponent) {
    if (exponent < 0) {
      throw new ArithmeticException("integer power with negative exponent " + exponent);
    }
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      result *= (rest & 1) == 1 ? square : 1;
      square *= square;
    }
    return result;
  }
}
