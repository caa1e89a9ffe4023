package dev.darkroom.core.arch.unet;

import dev.darkroom.core.arch.common.Activation;
import dev.darkroom.core.arch.common.Scope;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/// The UNet of Stable Diffusion 1.x, 2.x and XL.
///
/// Inputs: `sample` `[batch, channels, height, width]` of any size, `timestep` `[batch]`,
/// `encoder_hidden_states` `[batch, tokens, context]`; where the configuration has them `timestep_cond`
/// `[batch, guidance]`, `text_embeds` `[batch, text]` and `time_ids` `[batch, ids]`. Output `sample`.
public final class Unet {

  /// Optional inputs.
  public enum Variant {
    PLAIN,
    /// Takes residuals that are added to the feature maps handed across (`down_0`, `down_1` ... as
    /// they arise) and to the middle's output (`mid`).
    CONTROL_RESIDUALS
  }

  private static final Window KERNEL = Window.square(3, 1, 1);

  private final UnetConfig config;
  private final Scope scope;
  private final GraphBuilder g;

  private Unet(UnetConfig config, List<GraphPatch> patches) {
    this.config = config;
    this.scope = Scope.root(patches);
    this.g = scope.graph();
  }

  /// Builds the graph. Weights are named as in published diffusers checkpoints.
  public static Graph graph(UnetConfig config, Variant variant, List<GraphPatch> patches) {
    return new Unet(config, patches).build(variant);
  }

  private Graph build(Variant variant) {
    Dim batch = Dim.named("batch");
    Dim height = Dim.named("height");
    Dim width = Dim.named("width");
    UnetConfig.Ends ends = config.ends();
    Value sample = g.input("sample", DType.F32, batch, Dim.of(ends.input()), height, width);
    Value time = new TimeEmbedding(config, scope).build(batch);
    Value text =
        g.input(
            "encoder_hidden_states", DType.F32, batch, Dim.named("tokens"), Dim.of(ends.context()));
    UnetBlocks blocks = new UnetBlocks(config, time, text);

    long channels = config.levels().getFirst().channels();
    List<Value> skips = new ArrayList<>();
    skips.add(scope.conv("conv_in", sample, channels, KERNEL));
    Value x = down(blocks, skips);
    x = blocks.middle(scope.at("mid_block"), x);
    if (variant == Variant.CONTROL_RESIDUALS) {
      for (int i = 0; i < skips.size(); i++) {
        skips.set(i, controlled("down_" + i, skips.get(i)));
      }
      x = controlled("mid", x);
    }
    x = up(blocks, x, skips);

    Value hidden = scope.norm("conv_norm_out", x, config.norm());
    Value active = Activation.SILU.apply(g, hidden);
    g.output("sample", scope.conv("conv_out", active, ends.output(), KERNEL));
    return g.build();
  }

  private Value down(UnetBlocks blocks, List<Value> skips) {
    int count = config.levels().size();
    for (int i = 0; i < count; i++) {
      Scope block = scope.at("down_blocks", i);
      blocks.down(block, config.levels().get(i), skips);
      if (i < count - 1) {
        skips.add(blocks.halve(block, skips.getLast()));
      }
      skips.add(block.block(skips.removeLast()));
    }
    return skips.getLast();
  }

  private Value controlled(String name, Value x) {
    g.label(name);
    return g.add(x, g.input(name, x.type()));
  }

  private Value up(UnetBlocks blocks, Value bottom, List<Value> skips) {
    Value x = bottom;
    List<UnetConfig.Level> levels = config.levels().reversed();
    for (int i = 0; i < levels.size(); i++) {
      Scope block = scope.at("up_blocks", i);
      x = blocks.up(block, levels.get(i), x, skips);
      if (i < levels.size() - 1) {
        x = blocks.enlarge(block, x, skips.getLast());
      }
      x = block.block(x);
    }
    return x;
  }
}
