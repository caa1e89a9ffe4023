package dev.darkroom.core.arch.common;

import dev.darkroom.core.ir.Elementwise.Binary;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.Gelu;
import dev.darkroom.core.ir.composite.Silu;

/// The non-linear functions between layers.
public enum Activation {
  SILU,
  GELU,
  GELU_TANH,
  QUICK_GELU,
  RELU;

  /// This function of every element of `x`.
  public Value apply(GraphBuilder g, Value x) {
    return switch (this) {
      case SILU -> g.apply(new Silu(), x);
      case GELU -> g.apply(new Gelu(Gelu.Form.EXACT), x);
      case GELU_TANH -> g.apply(new Gelu(Gelu.Form.TANH), x);
      case QUICK_GELU -> g.apply(new Silu(Silu.QUICK_GELU), x);
      case RELU -> g.binary(Binary.Kind.MAX, x, g.constant(0));
    };
  }
}
