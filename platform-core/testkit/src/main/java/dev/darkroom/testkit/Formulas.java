package dev.darkroom.testkit;

import dev.darkroom.core.ir.Elementwise.Binary;
import dev.darkroom.core.ir.Elementwise.Unary;

/// What the elementwise ops mean, in double precision.
final class Formulas {

  private Formulas() {}

  static double unary(Unary.Kind kind, double x) {
    return switch (kind) {
      case NEG -> -x;
      case ABS -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case RECIPROCAL -> 1 / x;
      case EXP -> StrictMath.exp(x);
      case LOG -> StrictMath.log(x);
      case SQRT -> StrictMath.sqrt(x);
      case SIN -> StrictMath.sin(x);
      case COS -> StrictMath.cos(x);
      case TANH -> StrictMath.tanh(x);
      case ERF -> erf(x);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case ROUND -> Math.rint(x);
      case NOT -> x == 0 ? 1 : 0;
    };
  }

  static double binary(Binary.Kind kind, double a, double b) {
    return switch (kind) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case POW -> StrictMath.pow(a, b);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case AND -> a != 0 && b != 0 ? 1 : 0;
      case OR -> a != 0 || b != 0 ? 1 : 0;
    };
  }

  /// By its definition: `2 / sqrt(pi)` times the integral of `exp(-t²)` from 0 to x, by Simpson's
  /// rule.
  private static double erf(double x) {
    double end = Math.clamp(x, -6, 6);
    int intervals = 2000;
    double step = end / intervals;
    double sum = 1 + Math.exp(-end * end);
    for (int i = 1; i < intervals; i++) {
      double t = i * step;
      sum += (i % 2 == 1 ? 4 : 2) * Math.exp(-t * t);
    }
    return 2 / Math.sqrt(Math.PI) * sum * step / 3;
  }
}
