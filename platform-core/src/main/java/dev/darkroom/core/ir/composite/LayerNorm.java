package dev.darkroom.core.ir.composite;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import java.util.List;

/// Normalises the last dimension to mean 0 and variance 1 (Ba et al. 2016, arXiv:1607.06450).
/// Inputs: x `[..., size]`, optionally weight `[size]` and bias `[size]`.
public record LayerNorm(double epsilon) implements Op.Composite {

  @Override
  public Type result(List<Type> inputs) {
    Type x = inputs.getFirst();
    for (Type parameter : inputs.subList(1, inputs.size())) {
      if (!parameter.dims().equals(List.of(x.dim(-1)))) {
        throw new IllegalArgumentException("weight and bias must have the last dimension's size");
      }
    }
    return x;
  }

  @Override
  public Value lower(GraphBuilder g, List<Value> inputs) {
    Value normal = standardize(g, inputs.getFirst(), epsilon);
    Value scaled = inputs.size() > 1 ? g.mul(normal, inputs.get(1)) : normal;
    return inputs.size() > 2 ? g.add(scaled, inputs.get(2)) : scaled;
  }

  /// The last dimension of x with its mean taken off and divided by its deviation.
  static Value standardize(GraphBuilder g, Value x, double epsilon) {
    Value centered = g.sub(x, g.reduce(Reduce.Kind.MEAN, x, -1));
    Value variance = g.reduce(Reduce.Kind.MEAN, g.mul(centered, centered), -1);
    Value deviation = g.unary(Unary.Kind.SQRT, g.add(variance, g.constant(epsilon)));
    return g.div(centered, deviation);
  }
}
