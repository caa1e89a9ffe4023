package dev.darkroom.core.ir.composite;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import java.util.List;

/// `x * sigmoid(scale * x)`: SiLU (swish) with scale 1, CLIP's "quick GELU" with scale 1.702.
public record Silu(double scale) implements Op.Composite {

  /// The scale of quick GELU.
  public static final double QUICK_GELU = 1.702;

  public Silu() {
    this(1);
  }

  @Override
  public Type result(List<Type> inputs) {
    return inputs.getFirst();
  }

  @Override
  public Value lower(GraphBuilder g, List<Value> inputs) {
    Value x = inputs.getFirst();
    Value scaled = scale == 1 ? x : g.mul(x, scale);
    return g.mul(x, g.unary(Unary.Kind.SIGMOID, scaled));
  }
}
