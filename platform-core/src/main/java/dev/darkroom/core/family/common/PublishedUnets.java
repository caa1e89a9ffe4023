package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.common.Sinusoid;
import dev.darkroom.core.arch.common.SpatialTransformer.Projection;
import dev.darkroom.core.arch.unet.UnetConfig;
import dev.darkroom.core.arch.unet.UnetConfig.Ends;
import dev.darkroom.core.arch.unet.UnetConfig.Level;
import dev.darkroom.core.arch.unet.UnetTime;
import dev.darkroom.core.arch.unet.UnetTime.Addition;
import dev.darkroom.core.ir.composite.GroupNorm;
import java.util.List;
import java.util.Optional;

/// The UNets of the models that everybody's checkpoints descend from, as their authors published
/// them.
public final class PublishedUnets {

  private static final int CHANNELS = 320;
  private static final int BLOCKS = 2;

  private PublishedUnets() {}

  /// Stable Diffusion 1.x.
  public static UnetConfig sd1() {
    return plain(768, List.of(8, 8, 8, 8), Projection.CONVOLUTION);
  }

  /// Stable Diffusion 2.x.
  public static UnetConfig sd2() {
    return plain(1024, List.of(5, 10, 20, 20), Projection.LINEAR);
  }

  private static UnetConfig plain(int context, List<Integer> heads, Projection projection) {
    List<Level> levels =
        List.of(
            Level.of(CHANNELS, heads.get(0), BLOCKS, 1),
            Level.of(2 * CHANNELS, heads.get(1), BLOCKS, 1),
            Level.of(4 * CHANNELS, heads.get(2), BLOCKS, 1),
            Level.of(4 * CHANNELS, heads.get(3), BLOCKS, 0));
    return config(context, levels, 1, projection, Optional.empty());
  }

  /// Stable Diffusion XL 1.0, the base model.
  public static UnetConfig sdxl() {
    List<Level> levels =
        List.of(
            Level.of(CHANNELS, 5, BLOCKS, 0),
            Level.of(2 * CHANNELS, 10, BLOCKS, 2),
            Level.of(4 * CHANNELS, 20, BLOCKS, 10));
    return config(2048, levels, 10, Projection.LINEAR, Optional.of(new Addition(1280, 6, 256)));
  }

  private static UnetConfig config(
      int context,
      List<Level> levels,
      int middle,
      Projection projection,
      Optional<Addition> addition) {
    Sinusoid wave = new Sinusoid(Sinusoid.Order.COSINE_FIRST, 0);
    return new UnetConfig(
        new Ends(4, 4, context),
        levels,
        List.of(middle),
        new GroupNorm(32, 1e-5),
        projection,
        new UnetTime(wave, 4 * CHANNELS, Optional.empty(), addition));
  }
}
