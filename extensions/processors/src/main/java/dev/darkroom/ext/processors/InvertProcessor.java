package dev.darkroom.ext.processors;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.ParameterValues;

/// Every colour becomes its opposite; twice gives the picture back.
public final class InvertProcessor implements ImageProcessor {

  @Override
  public String id() {
    return "processor.invert";
  }

  @Override
  public String title() {
    return "Invert";
  }

  @Override
  public String summary() {
    return "Every colour becomes its opposite.";
  }

  @Override
  public Image process(Image image, ParameterValues values) {
    byte[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      if (i % image.channels() < Image.RGB) {
        pixels[i] = (byte) ~pixels[i];
      }
    }
    return Image.of(image.width(), image.height(), image.channels(), pixels);
  }
}
