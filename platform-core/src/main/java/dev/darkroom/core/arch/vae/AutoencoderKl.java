package dev.darkroom.core.arch.vae;

import dev.darkroom.core.arch.common.Scope;
import dev.darkroom.core.arch.vae.KlConfig.Part;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Elementwise.Binary;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// The autoencoder of Stable Diffusion and its successors. Pictures are in -1 to 1; each level of the
/// configuration but the first halves their sides.
public final class AutoencoderKl {

  private static final Window KERNEL = Window.square(3, 1, 1);
  private static final Window POINT = Window.square(1, 1, 0);
  private static final double LOWEST_LOG_VARIANCE = -30;
  private static final double HIGHEST_LOG_VARIANCE = 20;

  private AutoencoderKl() {}

  /// The graph from `latents` `[batch, latent, height, width]` to `image` `[batch, 3, 8 * height, 8 *
  /// width]`.
  public static Graph decoder(KlConfig config, List<GraphPatch> patches) {
    Scope root = Scope.root(patches);
    Scope scope = root.at("decoder");
    GraphBuilder g = root.graph();
    Value x = pictures(g, "latents", config.latent());
    if (config.parts().contains(Part.POST_QUANT_CONV)) {
      x = root.conv("post_quant_conv", x, config.latent(), POINT);
    }
    KlBlocks blocks = new KlBlocks(config);
    List<Integer> channels = config.levels().channels().reversed();
    x = scope.conv("conv_in", x, channels.getFirst(), KERNEL);
    x = blocks.middle(scope.at("mid_block"), x);
    for (int i = 0; i < channels.size(); i++) {
      Scope block = scope.at("up_blocks", i);
      x = blocks.resnets(block, config.levels().blocks() + 1, channels.get(i), x);
      x = block.block(i < channels.size() - 1 ? blocks.enlarge(block, x) : x);
    }
    g.output("image", scope.conv("conv_out", blocks.ending(scope, x), config.image(), KERNEL));
    return g.build();
  }

  /// The graph from `image` `[batch, 3, height, width]` to the distribution of its latents:
  /// `latent_mean` and `latent_logvar` `[batch, latent, height / 8, width / 8]`.
  public static Graph encoder(KlConfig config, List<GraphPatch> patches) {
    Scope root = Scope.root(patches);
    Scope scope = root.at("encoder");
    GraphBuilder g = root.graph();
    KlBlocks blocks = new KlBlocks(config);
    List<Integer> channels = config.levels().channels();
    Value x = pictures(g, "image", config.image());
    x = scope.conv("conv_in", x, channels.getFirst(), KERNEL);
    for (int i = 0; i < channels.size(); i++) {
      Scope block = scope.at("down_blocks", i);
      x = blocks.resnets(block, config.levels().blocks(), channels.get(i), x);
      x = block.block(i < channels.size() - 1 ? blocks.halve(block, x) : x);
    }
    x = blocks.middle(scope.at("mid_block"), x);
    int both = 2 * config.latent();
    x = scope.conv("conv_out", blocks.ending(scope, x), both, KERNEL);
    if (config.parts().contains(Part.QUANT_CONV)) {
      x = root.conv("quant_conv", x, both, POINT);
    }
    distribution(g, x, config.latent());
    return g.build();
  }

  private static Value pictures(GraphBuilder g, String name, int channels) {
    Dim height = Dim.named("height");
    return g.input(
        name, DType.F32, Dim.named("batch"), Dim.of(channels), height, Dim.named("width"));
  }

  private static void distribution(GraphBuilder g, Value both, int latent) {
    g.label("distribution");
    g.output("latent_mean", g.slice(both, 1, 0, latent));
    Value variance = g.slice(both, 1, latent, 2L * latent);
    Value above = g.binary(Binary.Kind.MAX, variance, g.constant(LOWEST_LOG_VARIANCE));
    Value within = g.binary(Binary.Kind.MIN, above, g.constant(HIGHEST_LOG_VARIANCE));
    g.output("latent_logvar", within);
  }
}
