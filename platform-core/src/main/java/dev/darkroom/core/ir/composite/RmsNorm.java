package dev.darkroom.core.ir.composite;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import java.util.List;

/// Divides the last dimension by its root mean square (Zhang and Sennrich 2019, arXiv:1910.07467).
/// Inputs: x `[..., size]`, optionally weight `[size]`.
public record RmsNorm(double epsilon) implements Op.Composite {

  @Override
  public Type result(List<Type> inputs) {
    Type x = inputs.getFirst();
    if (inputs.size() > 1 && !inputs.get(1).dims().equals(List.of(x.dim(-1)))) {
      throw new IllegalArgumentException("the weight must have the last dimension's size");
    }
    return x;
  }

  @Override
  public Value lower(GraphBuilder g, List<Value> inputs) {
    Value x = inputs.getFirst();
    Value square = g.reduce(Reduce.Kind.MEAN, g.mul(x, x), -1);
    Value root = g.unary(Unary.Kind.SQRT, g.add(square, g.constant(epsilon)));
    Value normal = g.div(x, root);
    return inputs.size() > 1 ? g.mul(normal, inputs.get(1)) : normal;
  }
}
