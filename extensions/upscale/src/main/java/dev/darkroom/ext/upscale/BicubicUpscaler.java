package dev.darkroom.ext.upscale;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.spi.Upscaler;

/// Cubic curves through the pixels (Keys 1981, Cubic Convolution Interpolation for Digital Image
/// Processing, a = -1/2).
public final class BicubicUpscaler implements Upscaler {

  private static final double REACH = 2;

  @Override
  public String id() {
    return "upscaler.bicubic";
  }

  @Override
  public String title() {
    return "Bicubic";
  }

  @Override
  public String summary() {
    return "Cubic curves through the pixels (Keys 1981).";
  }

  @Override
  public Image upscale(Image image, Size size, ParameterValues values) {
    return new Resampling(taps(image.width(), size.width()), taps(image.height(), size.height()))
        .apply(image);
  }

  private static Taps taps(int from, int to) {
    return Taps.of(from, to, REACH, BicubicUpscaler::weight);
  }

  private static double weight(double distance) {
    double x = Math.abs(distance);
    return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  }
}
