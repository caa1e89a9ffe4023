package dev.darkroom.core.arch.vae;

import dev.darkroom.core.arch.common.Activation;
import dev.darkroom.core.arch.common.Scope;
import dev.darkroom.core.arch.vae.TinyConfig.Stage;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch;
import dev.darkroom.core.ir.Movement.UpsampleNearest;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.tensor.DType;
import java.util.List;

/// A small autoencoder for the latents of a large one (TAESD, github.com/madebyollin/taesd): plain
/// convolutions without normalisation. Pictures are in -1 to 1.
public final class AutoencoderTiny {

  private static final Window KERNEL = Window.square(3, 1, 1);
  private static final Window HALVING = Window.square(3, 2, 1);
  private static final Window POINT = Window.square(1, 1, 0);

  /// Latents are softly held within this.
  private static final double MAGNITUDE = 3;

  private final Scope layers;
  private final GraphBuilder g;
  private int index;

  private AutoencoderTiny(String side, List<GraphPatch> patches) {
    this.layers = Scope.root(patches).at(side).at("layers");
    this.g = layers.graph();
  }

  /// The graph from `latents` `[batch, latent, height, width]` to `image` `[batch, 3, 8 * height, 8 *
  /// width]`.
  public static Graph decoder(TinyConfig config, List<GraphPatch> patches) {
    return new AutoencoderTiny("decoder", patches).decode(config);
  }

  /// The graph from `image` `[batch, 3, height, width]` to `latents` `[batch, latent, height / 8, width
  /// / 8]`.
  public static Graph encoder(TinyConfig config, List<GraphPatch> patches) {
    return new AutoencoderTiny("encoder", patches).encode(config);
  }

  private Graph decode(TinyConfig config) {
    Value latents = pictures("latents", config.latent());
    Value held = g.unary(Unary.Kind.TANH, g.mul(latents, 1 / MAGNITUDE));
    List<Stage> stages = config.decoder();
    Value x = layers.conv(next(), g.mul(held, MAGNITUDE), stages.getFirst().channels(), KERNEL);
    x = relu(x);
    index++;
    for (Stage stage : stages.subList(0, stages.size() - 1)) {
      x = g.apply(new UpsampleNearest(2), blocks(stage, x));
      index++;
      x = layers.convWithoutBias(next(), x, stage.channels(), KERNEL);
    }
    x = blocks(stages.getLast(), x);
    x = layers.conv(next(), x, config.image(), KERNEL);
    g.output("image", g.sub(g.mul(x, 2), g.constant(1)));
    return g.build();
  }

  private Graph encode(TinyConfig config) {
    Value image = pictures("image", config.image());
    Value x = g.mul(g.add(image, g.constant(1)), 0.5);
    for (Stage stage : config.encoder()) {
      x =
          index == 0
              ? layers.conv(next(), x, stage.channels(), KERNEL)
              : layers.convWithoutBias(next(), x, stage.channels(), HALVING);
      x = blocks(stage, x);
    }
    g.output("latents", layers.conv(next(), x, config.latent(), KERNEL));
    return g.build();
  }

  private Value pictures(String name, int channels) {
    Dim height = Dim.named("height");
    return g.input(
        name, DType.F32, Dim.named("batch"), Dim.of(channels), height, Dim.named("width"));
  }

  /// The name of the next layer; activations and upsampling count too.
  private String next() {
    return Integer.toString(index++);
  }

  private Value blocks(Stage stage, Value x) {
    Value h = x;
    for (int j = 0; j < stage.blocks(); j++) {
      h = block(layers.at(next()), stage.channels(), h);
    }
    return h;
  }

  private Value block(Scope scope, int channels, Value x) {
    Value h = relu(scope.conv("conv.0", x, channels, KERNEL));
    h = relu(scope.conv("conv.2", h, channels, KERNEL));
    h = scope.conv("conv.4", h, channels, KERNEL);
    boolean same = x.type().size(1) == channels;
    Value skip = same ? x : scope.convWithoutBias("skip", x, channels, POINT);
    return scope.block(relu(g.add(h, skip)));
  }

  private Value relu(Value x) {
    return Activation.RELU.apply(g, x);
  }
}
