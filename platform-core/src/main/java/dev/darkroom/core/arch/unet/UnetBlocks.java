package dev.darkroom.core.arch.unet;

import dev.darkroom.core.arch.common.ResnetBlock;
import dev.darkroom.core.arch.common.Scope;
import dev.darkroom.core.arch.common.SpatialTransformer;
import dev.darkroom.core.arch.unet.UnetConfig.Level;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import java.util.List;

/// The blocks that a UNet is stacked from.
///
/// @param time the activated timestep embedding
/// @param text the text's states
record UnetBlocks(UnetConfig config, Value time, Value text) {

  private static final Window KERNEL = Window.square(3, 1, 1);
  private static final Window HALVING = Window.square(3, 2, 1);

  /// One level on the way down; adds each layer's output to `skips`.
  void down(Scope block, Level level, List<Value> skips) {
    for (int j = 0; j < level.down().size(); j++) {
      Value x = resnet(block, j, level, skips.getLast());
      skips.add(transformer(block, j, level, level.down().get(j), x));
    }
  }

  Value halve(Scope block, Value x) {
    return block.conv("downsamplers.0.conv", x, x.type().size(1), HALVING);
  }

  Value middle(Scope block, Value x) {
    if (config.middle().isEmpty()) {
      return x;
    }
    Level level = config.levels().getLast();
    Value h = resnet(block, 0, level, x);
    for (int j = 0; j < config.middle().size(); j++) {
      h = transformer(block, j, level, config.middle().get(j), h);
      h = resnet(block, j + 1, level, h);
    }
    return block.block(h);
  }

  /// One level on the way up; takes the layers' second inputs from the end of `skips`.
  ///
  /// The two halves of what a residual block sees are sites of their own: `resnets.0.hidden` and
  /// `resnets.0.skip`.
  Value up(Scope block, Level level, Value x, List<Value> skips) {
    Value h = x;
    for (int j = 0; j < level.up().size(); j++) {
      Scope site = block.at("resnets", j);
      Value hidden = site.at("hidden").block(h);
      Value skip = site.at("skip").block(skips.removeLast());
      h = resnet(block, j, level, block.graph().concat(1, hidden, skip));
      h = transformer(block, j, level, level.up().get(j), h);
    }
    return h;
  }

  /// To the size of `next`, which is not twice the size where that one was odd.
  Value enlarge(Scope block, Value x, Value next) {
    block.graph().label(block.path() + ".upsamplers.0");
    Value large = block.graph().resizeLike(x, next);
    return block.conv("upsamplers.0.conv", large, x.type().size(1), KERNEL);
  }

  private Value resnet(Scope block, int index, Level level, Value x) {
    return new ResnetBlock(level.channels(), config.norm())
        .apply(block.at("resnets", index), x, time);
  }

  private Value transformer(Scope block, int index, Level level, int depth, Value x) {
    if (depth == 0) {
      return x;
    }
    return new SpatialTransformer(level.heads(), depth, config.projection(), config.norm().groups())
        .apply(block.at("attentions", index), x, text);
  }
}
