package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.unet.UnetConfig;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Optional;

/// The guidance scale as latent consistency models are told it (Luo et al. 2023, arXiv:2310.04378,
/// section 4.2).
public final class GuidanceEmbedding {

  private static final double LONGEST_PERIOD = 10_000;
  private static final double STRETCH = 1000;

  private GuidanceEmbedding() {}

  /// The size of the embedding that a model's UNet takes; empty for models that are guided outside.
  public static Optional<Integer> channels(Checkpoint model) {
    return model.part(Component.UNET).network() instanceof Network.Denoiser(UnetConfig config)
        ? config.time().guidance()
        : Optional.empty();
  }

  /// @param scale guidance scale
  /// @param channels size of the embedding
  /// @return `[1, channels]`: sines, then cosines, then a 0 where the size is odd
  public static Tensor of(double scale, int channels) {
    int half = channels / 2;
    float[] values = new float[channels];
    for (int i = 0; i < half; i++) {
      double frequency = Math.exp(-Math.log(LONGEST_PERIOD) * i / Math.max(1, half - 1));
      double angle = (scale - 1) * STRETCH * frequency;
      values[i] = (float) Math.sin(angle);
      values[half + i] = (float) Math.cos(angle);
    }
    return Tensor.of(Shape.of(1, channels), values);
  }
}
