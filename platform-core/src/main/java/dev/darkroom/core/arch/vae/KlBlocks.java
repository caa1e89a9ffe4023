package dev.darkroom.core.arch.vae;

import dev.darkroom.core.arch.common.Activation;
import dev.darkroom.core.arch.common.ResnetBlock;
import dev.darkroom.core.arch.common.Scope;
import dev.darkroom.core.arch.common.SpatialTransformer;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch.AttentionSite.Kind;
import dev.darkroom.core.ir.Movement.UpsampleNearest;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.GroupNorm;

/// The blocks that encoder and decoder are stacked from.
record KlBlocks(KlConfig config) {

  private static final Window KERNEL = Window.square(3, 1, 1);

  /// Padded below and on the right only, as the checkpoints were trained.
  private static final Window HALVING = new Window(3, 3, 2, 1, 0, 0, 1, 1);

  private static final double EPSILON = 1e-6;

  private GroupNorm norm() {
    return new GroupNorm(config.levels().groups(), EPSILON);
  }

  Value resnets(Scope block, int count, int channels, Value x) {
    Value h = x;
    for (int j = 0; j < count; j++) {
      h = new ResnetBlock(channels, norm()).apply(block.at("resnets", j), h);
    }
    return h;
  }

  Value halve(Scope block, Value x) {
    return block.conv("downsamplers.0.conv", x, x.type().size(1), HALVING);
  }

  Value enlarge(Scope block, Value x) {
    block.graph().label(block.path() + ".upsamplers.0");
    Value large = block.graph().apply(new UpsampleNearest(2), x);
    return block.conv("upsamplers.0.conv", large, x.type().size(1), KERNEL);
  }

  Value middle(Scope block, Value x) {
    ResnetBlock resnet = new ResnetBlock(x.type().size(1), norm());
    Value h = resnet.apply(block.at("resnets", 0), x);
    if (config.parts().contains(KlConfig.Part.MIDDLE_ATTENTION)) {
      h = attention(block.at("attentions", 0), h);
    }
    return block.block(resnet.apply(block.at("resnets", 1), h));
  }

  /// Attention of one head among all positions, around a shortcut.
  private Value attention(Scope scope, Value x) {
    GraphBuilder g = scope.graph();
    long channels = x.type().size(1);
    Value tokens = SpatialTransformer.tokens(g, scope.norm("group_norm", x, norm()));
    Value query = scope.linear("to_q", tokens, channels);
    Value key = scope.linear("to_k", tokens, channels);
    Value value = scope.linear("to_v", tokens, channels);
    Attention attention =
        new Attention(1, 1, 1 / Math.sqrt((double) channels), Attention.Mask.NONE);
    Scope.Source self = new Scope.Source(Kind.SELF, tokens);
    Value mixed = scope.attention(attention, query, key, value, self);
    Value out = scope.linear("to_out.0", mixed, channels);
    return g.add(SpatialTransformer.picture(g, out, x), x);
  }

  /// What stands before the last convolution.
  Value ending(Scope scope, Value x) {
    return Activation.SILU.apply(scope.graph(), scope.norm("conv_norm_out", x, norm()));
  }
}
