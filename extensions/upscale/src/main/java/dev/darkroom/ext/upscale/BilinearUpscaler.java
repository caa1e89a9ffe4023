package dev.darkroom.ext.upscale;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.spi.Upscaler;

/// Straight lines between the pixels' middles: soft, without ringing.
public final class BilinearUpscaler implements Upscaler {

  private static final double REACH = 1;

  @Override
  public String id() {
    return "upscaler.bilinear";
  }

  @Override
  public String title() {
    return "Bilinear";
  }

  @Override
  public String summary() {
    return "Straight lines between pixels: soft.";
  }

  @Override
  public Image upscale(Image image, Size size, ParameterValues values) {
    return new Resampling(taps(image.width(), size.width()), taps(image.height(), size.height()))
        .apply(image);
  }

  private static Taps taps(int from, int to) {
    return Taps.of(from, to, REACH, BilinearUpscaler::weight);
  }

  private static double weight(double distance) {
    return Math.max(0, 1 - Math.abs(distance));
  }
}
