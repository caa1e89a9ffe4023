package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The lines of a method in TorchScript. Methods that add a line return its variable.
final class Script {

  private final DType precision;
  private final boolean recorded;
  private final StringBuilder lines = new StringBuilder();
  private final Map<String, Term> narrowed = new HashMap<>();
  private String layer = "";
  private int count;

  /// @param recorded whether gradients are computed of what the lines compute
  Script(DType precision, boolean recorded) {
    this.precision = precision;
    this.recorded = recorded;
  }

  /// Whether gradients are computed of what the lines compute, which only PyTorch's own kernels have.
  boolean recorded() {
    return recorded;
  }

  /// What products and convolutions of float32 values are computed in.
  DType precision() {
    return precision;
  }

  /// Says which op of which layer the next lines compute. Their variables are named after it, so that
  /// messages and profiles of the engine can be read.
  void at(String label, String op) {
    layer = (label.isEmpty() ? op : label + "_" + op).replaceAll("[^A-Za-z0-9]+", "_");
  }

  /// A statement without a result.
  void line(String statement) {
    lines.append("    ").append(statement).append('\n');
  }

  /// A variable with the value of an expression.
  String let(String expression) {
    String name = layer + "_" + count++;
    line(name + " = " + expression);
    return name;
  }

  /// Calls an operator of PyTorch.
  ///
  /// @param type the result's type in our graph
  /// @param held the element type that the result really has
  Term call(Type type, DType held, String operator, Object... arguments) {
    return new Term(let(invocation(operator, arguments)), type, held);
  }

  /// An operator's call as an expression.
  static String invocation(String operator, Object... arguments) {
    String place = operator.startsWith("ops.") || operator.startsWith("self.") ? "" : "torch.";
    StringBuilder text = new StringBuilder(place).append(operator).append('(');
    for (int i = 0; i < arguments.length; i++) {
      text.append(i == 0 ? "" : ", ").append(arguments[i]);
    }
    return text.append(')').toString();
  }

  /// `x` with another element type.
  Term cast(Term x, DType target) {
    return x.held() == target
        ? x
        : call(x.type(), target, "to", x, Integer.toString(TorchType.number(target)));
  }

  /// `x` in the precision of products and convolutions. Values that several products read are
  /// converted once.
  Term narrow(Term x) {
    if (!x.held().isFloating() || x.held() == precision) {
      return x;
    }
    return narrowed.computeIfAbsent(x.name(), _ -> cast(x, precision));
  }

  /// `x` in the precision that the graph declares, for what would suffer in a narrower one.
  Term wide(Term x) {
    return cast(x, x.type().dtype());
  }

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "float(\"nan\")";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "float(\"inf\")" : "float(\"-inf\")";
    }
    return Double.toString(value).toLowerCase(Locale.ROOT);
  }

  static String truth(boolean value) {
    return value ? "True" : "False";
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
