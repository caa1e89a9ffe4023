package dev.darkroom.core.arch.common;

import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.GroupNorm;
import java.util.function.UnaryOperator;

/// Two convolutions with a shortcut around them (He et al. 2016, arXiv:1512.03385), in the
/// pre-activation form of diffusion models (Ho et al. 2020, arXiv:2006.11239, appendix B).
///
/// @param channels channels of the result
/// @param norm both normalisations
public record ResnetBlock(long channels, GroupNorm norm) {

  private static final Window KERNEL = Window.square(3, 1, 1);
  private static final Window POINT = Window.square(1, 1, 0);

  /// The block without a timestep.
  public Value apply(Scope scope, Value x) {
    return apply(scope, x, UnaryOperator.identity());
  }

  /// The block told the timestep.
  ///
  /// @param time the activated timestep embedding `[batch, size]`
  public Value apply(Scope scope, Value x, Value time) {
    return apply(
        scope,
        x,
        hidden -> {
          Value shift = scope.linear("time_emb_proj", time, channels);
          GraphBuilder g = scope.graph();
          return g.add(hidden, g.reshape(shift, 0, 0, 1, 1));
        });
  }

  private Value apply(Scope scope, Value x, UnaryOperator<Value> middle) {
    Value hidden = activated(scope, scope.norm("norm1", x, norm));
    hidden = middle.apply(scope.conv("conv1", hidden, channels, KERNEL));
    hidden = activated(scope, scope.norm("norm2", hidden, norm));
    hidden = scope.conv("conv2", hidden, channels, KERNEL);
    return scope.graph().add(shortcut(scope, x), hidden);
  }

  private static Value activated(Scope scope, Value x) {
    return Activation.SILU.apply(scope.graph(), x);
  }

  private Value shortcut(Scope scope, Value x) {
    return x.type().size(1) == channels ? x : scope.conv("conv_shortcut", x, channels, POINT);
  }
}
