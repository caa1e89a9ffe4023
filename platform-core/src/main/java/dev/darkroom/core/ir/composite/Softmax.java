package dev.darkroom.core.ir.composite;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import java.util.List;

/// `exp(x) / sum(exp(x))` along `axis`, computed against the largest element so that it cannot
/// overflow.
public record Softmax(int axis) implements Op.Composite {

  @Override
  public Type result(List<Type> inputs) {
    inputs.getFirst().axis(axis);
    return inputs.getFirst();
  }

  @Override
  public Value lower(GraphBuilder g, List<Value> inputs) {
    Value x = inputs.getFirst();
    Value shifted = g.sub(x, g.reduce(Reduce.Kind.MAX, x, axis));
    Value powers = g.unary(Unary.Kind.EXP, shifted);
    return g.div(powers, g.reduce(Reduce.Kind.SUM, powers, axis));
  }
}
