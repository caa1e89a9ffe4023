package dev.darkroom.core.ir.composite;

import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import java.util.List;

/// Normalises groups of channels to mean 0 and variance 1 (Wu and He 2018, arXiv:1803.08494).
/// Inputs: x `[batch, channels, height, width]`, weight `[channels]`, bias `[channels]`.
public record GroupNorm(int groups, double epsilon) implements Op.Composite {

  @Override
  public Type result(List<Type> inputs) {
    Type x = inputs.getFirst();
    if (x.rank() != 4 || x.size(1) % groups != 0) {
      throw new IllegalArgumentException("channels do not divide into " + groups + " groups");
    }
    for (Type parameter : inputs.subList(1, 3)) {
      if (!parameter.dims().equals(List.of(x.dim(1)))) {
        throw new IllegalArgumentException("weight and bias must have the channels' size");
      }
    }
    return x;
  }

  @Override
  public Value lower(GraphBuilder g, List<Value> inputs) {
    Value x = inputs.getFirst();
    Value grouped = g.reshape(x, 0, groups, -1);
    Value normal = g.reshapeLike(LayerNorm.standardize(g, grouped, epsilon), x);
    Value scaled = g.mul(normal, g.reshape(inputs.get(1), -1, 1, 1));
    return g.add(scaled, g.reshape(inputs.get(2), -1, 1, 1));
  }
}
