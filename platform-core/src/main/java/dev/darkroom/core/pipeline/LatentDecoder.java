package dev.darkroom.core.pipeline;

import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.LatentFormat;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Turns latents into pictures, one at a time, since decoding takes the most memory of all steps.
final class LatentDecoder {

  private final ModelSession session;
  private final LatentFormat format;

  LatentDecoder(ModelSession session, LatentFormat format) {
    this.session = session;
    this.format = format;
  }

  /// The pictures `[3, height, width]` in 0 to 1 of latents `[batch, channels, height, width]`.
  List<Tensor> decode(Tensor latents, Cancellation cancellation) {
    List<Tensor> pictures = new ArrayList<>();
    for (long i = 0; i < latents.shape().size(0); i++) {
      cancellation.check();
      pictures.add(pixels(latents.rows(i, i + 1), cancellation));
    }
    return pictures;
  }

  private Tensor pixels(Tensor latent, Cancellation cancellation) {
    Tensor scaled = latent.map(value -> value / format.scale() + format.shift());
    Map<String, Tensor> decoded =
        session.run(
            Component.VAE_DECODER, GraphOptions.plain(), Map.of("latents", scaled), cancellation);
    Tensor image = Objects.requireNonNull(decoded.get("image"), "image");
    Shape shape = image.shape();
    return image
        .reshape(Shape.of(shape.size(1), shape.size(2), shape.size(3)))
        .map(value -> Math.clamp(value / 2 + 0.5, 0, 1));
  }
}
