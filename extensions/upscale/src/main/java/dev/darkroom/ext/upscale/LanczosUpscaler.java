package dev.darkroom.ext.upscale;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.spi.Upscaler;

/// The sinc function under the middle of a wider one, over six pixels (Duchon 1979, Lanczos Filtering in
/// One and Two Dimensions): sharp, with a little ringing.
public final class LanczosUpscaler implements Upscaler {

  private static final double REACH = 3;

  @Override
  public String id() {
    return "upscaler.lanczos";
  }

  @Override
  public String title() {
    return "Lanczos";
  }

  @Override
  public String summary() {
    return "Windowed sinc over six pixels (Duchon 1979): sharp.";
  }

  @Override
  public Image upscale(Image image, Size size, ParameterValues values) {
    return new Resampling(taps(image.width(), size.width()), taps(image.height(), size.height()))
        .apply(image);
  }

  private static Taps taps(int from, int to) {
    return Taps.of(from, to, REACH, LanczosUpscaler::weight);
  }

  private static double weight(double distance) {
    return Math.abs(distance) < REACH ? sinc(distance) * sinc(distance / REACH) : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
