package dev.darkroom.ext.processors;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;

/// Colours become grays of the same luma (ITU-R BT.601), the same numbers that Pillow computes.
public final class GrayscaleProcessor implements ImageProcessor {

  private static final String AMOUNT = "amount";

  @Override
  public String id() {
    return "processor.grayscale";
  }

  @Override
  public String title() {
    return "Grayscale";
  }

  @Override
  public String summary() {
    return "Colours become grays of the same luma (ITU-R BT.601).";
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real(AMOUNT, 1, 0, 1, "How far colours go towards gray; 0 leaves them."));
  }

  @Override
  public Image process(Image image, ParameterValues values) {
    double amount = values.real(AMOUNT);
    byte[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i += image.channels()) {
      int gray = luma(pixels, i);
      for (int c = i; c < i + Image.RGB; c++) {
        int value = pixels[c] & 0xFF;
        pixels[c] = (byte) Math.rint(value + amount * (gray - value));
      }
    }
    return Image.of(image.width(), image.height(), image.channels(), pixels);
  }

  private static int luma(byte[] pixels, int i) {
    int red = pixels[i] & 0xFF;
    int green = pixels[i + 1] & 0xFF;
    int blue = pixels[i + 2] & 0xFF;
    // 0.299, 0.587 and 0.114 in 16 bits behind the point
    return (19_595 * red + 38_470 * green + 7_471 * blue + (1 << 15)) >> 16;
  }
}
