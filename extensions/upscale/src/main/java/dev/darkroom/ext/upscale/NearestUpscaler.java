package dev.darkroom.ext.upscale;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.spi.Upscaler;

/// Repeats pixels: hard edges, no new colours.
public final class NearestUpscaler implements Upscaler {

  @Override
  public String id() {
    return "upscaler.nearest";
  }

  @Override
  public String title() {
    return "Nearest";
  }

  @Override
  public String summary() {
    return "Repeats pixels.";
  }

  @Override
  public Image upscale(Image image, Size size, ParameterValues values) {
    Taps rows = Taps.nearest(image.width(), size.width());
    Taps columns = Taps.nearest(image.height(), size.height());
    return new Resampling(rows, columns).apply(image);
  }
}
