package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Elementwise;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// What each kind of elementwise op computes on floating-point numbers.
final class FloatFunctions {

  private FloatFunctions() {}

  static DoubleUnaryOperator unary(Elementwise.Unary.Kind kind) {
    return switch (kind) {
      case NEG -> x -> -x;
      case ABS -> Math::abs;
      case SIGN -> Math::signum;
      case RECIPROCAL -> x -> 1 / x;
      case EXP -> Math::exp;
      case LOG -> Math::log;
      case SQRT -> Math::sqrt;
      case SIN -> Math::sin;
      case COS -> Math::cos;
      case TANH -> Math::tanh;
      case ERF -> FloatFunctions::erf;
      case SIGMOID -> x -> 1 / (1 + Math.exp(-x));
      case FLOOR -> Math::floor;
      case CEIL -> Math::ceil;
      case ROUND -> Math::rint;
      case NOT -> throw new IllegalArgumentException("NOT is for BOOL");
    };
  }

  static DoubleBinaryOperator binary(Elementwise.Binary.Kind kind) {
    return switch (kind) {
      case ADD -> Double::sum;
      case SUB -> (a, b) -> a - b;
      case MUL -> (a, b) -> a * b;
      case DIV -> (a, b) -> a / b;
      case POW -> Math::pow;
      case MIN -> Math::min;
      case MAX -> Math::max;
      case AND, OR -> throw new IllegalArgumentException(kind + " is for BOOL");
    };
  }

  /// The error function by the series `2/sqrt(pi) * exp(-x²) * sum 2^n x^(2n+1) / (2n+1)!!` (NIST
  /// Digital Library of Mathematical Functions 7.6.2): all terms have one sign, so nothing cancels.
  static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x); // the rest is below half a unit in the last place of a double
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }
}
