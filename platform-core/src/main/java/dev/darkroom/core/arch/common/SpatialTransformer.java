package dev.darkroom.core.arch.common;

import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.GroupNorm;

/// Transformer blocks over the positions of a feature map, around a shortcut (Rombach et al. 2022,
/// arXiv:2112.10752).
///
/// @param heads attention heads; divides the channels
/// @param depth number of blocks
/// @param projection how channels are mixed on the way in and out
/// @param groups groups of the normalisation
public record SpatialTransformer(int heads, int depth, Projection projection, int groups) {

  private static final Window POINT = Window.square(1, 1, 0);
  private static final double EPSILON = 1e-6;

  /// The layer that mixes channels on the way in and out.
  public enum Projection {
    CONVOLUTION,
    LINEAR
  }

  /// @param x `[batch, channels, height, width]`
  /// @param context `[batch, tokens, size]`
  public Value apply(Scope scope, Value x, Value context) {
    Value tokens = in(scope, scope.norm("norm", x, new GroupNorm(groups, EPSILON)));
    for (int i = 0; i < depth; i++) {
      tokens =
          new TransformerBlock(heads).apply(scope.at("transformer_blocks", i), tokens, context);
    }
    return scope.graph().add(out(scope, tokens, x), x);
  }

  private Value in(Scope scope, Value x) {
    long channels = x.type().size(1);
    return switch (projection) {
      case CONVOLUTION -> tokens(scope.graph(), scope.conv("proj_in", x, channels, POINT));
      case LINEAR -> scope.linear("proj_in", tokens(scope.graph(), x), channels);
    };
  }

  private Value out(Scope scope, Value tokens, Value like) {
    GraphBuilder g = scope.graph();
    long channels = like.type().size(1);
    return switch (projection) {
      case CONVOLUTION -> scope.conv("proj_out", picture(g, tokens, like), channels, POINT);
      case LINEAR -> picture(g, scope.linear("proj_out", tokens, channels), like);
    };
  }

  /// A feature map `[batch, channels, height, width]` as `[batch, height * width, channels]`.
  public static Value tokens(GraphBuilder g, Value x) {
    return g.transpose(g.reshape(x, 0, 0, -1), 0, 2, 1);
  }

  /// The opposite of [#tokens], with the dimensions of `like`.
  public static Value picture(GraphBuilder g, Value tokens, Value like) {
    return g.reshapeLike(g.transpose(tokens, 0, 2, 1), like);
  }
}
