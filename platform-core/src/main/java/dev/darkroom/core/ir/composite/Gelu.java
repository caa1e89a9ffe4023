package dev.darkroom.core.ir.composite;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import java.util.List;

/// Gaussian error linear unit (Hendrycks and Gimpel 2016, arXiv:1606.08415).
public record Gelu(Form form) implements Op.Composite {

  /// How the normal distribution function is computed.
  public enum Form {
    /// With the error function.
    EXACT,
    /// With the tanh approximation of the paper.
    TANH
  }

  @Override
  public Type result(List<Type> inputs) {
    return inputs.getFirst();
  }

  @Override
  public Value lower(GraphBuilder g, List<Value> inputs) {
    Value x = inputs.getFirst();
    Value gate =
        switch (form) {
          case EXACT -> g.unary(Unary.Kind.ERF, g.mul(x, Math.sqrt(0.5)));
          case TANH -> {
            Value cube = g.mul(g.mul(x, x), x);
            Value inner = g.add(x, g.mul(cube, 0.044715));
            yield g.unary(Unary.Kind.TANH, g.mul(inner, Math.sqrt(2 / Math.PI)));
          }
        };
    return g.mul(g.mul(x, 0.5), g.add(gate, g.constant(1)));
  }
}
