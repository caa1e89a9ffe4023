package dev.darkroom.core.ir.composite;

import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import java.util.List;

/// `x · weightᵀ + bias`. Inputs: x `[..., in]` of rank 2 or more, weight `[out, in]` as checkpoints
/// store it, optionally bias `[out]`; result `[..., out]`.
public record Linear() implements Op.Composite {

  @Override
  public Type result(List<Type> inputs) {
    Type x = inputs.get(0);
    Type weight = inputs.get(1);
    if (inputs.stream().anyMatch(type -> type.dtype() != x.dtype())) {
      throw new IllegalArgumentException("element types differ");
    }
    if (x.rank() < 2 || weight.rank() != 2 || !x.dim(-1).equals(weight.dim(1))) {
      throw new IllegalArgumentException("the weight does not fit the last dimension");
    }
    if (inputs.size() > 2 && !inputs.get(2).dims().equals(List.of(weight.dim(0)))) {
      throw new IllegalArgumentException("the bias does not fit the weight");
    }
    return x.with(-1, weight.dim(0));
  }

  @Override
  public Value lower(GraphBuilder g, List<Value> inputs) {
    Value product = g.matmul(inputs.get(0), g.transpose(inputs.get(1), 1, 0));
    return inputs.size() > 2 ? g.add(product, inputs.get(2)) : product;
  }
}
