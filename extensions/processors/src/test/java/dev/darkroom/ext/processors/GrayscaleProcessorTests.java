package dev.darkroom.ext.processors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.testkit.ImageProcessorContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GrayscaleProcessorTests implements ImageProcessorContract {

  private static final Image PIXELS =
      Image.of(3, 1, Image.RGB, new byte[] {10, (byte) 200, 60, (byte) 250, 90, 0, 1, 2, -1});

  @Override
  public ImageProcessor provider() {
    return new GrayscaleProcessor();
  }

  /// Pillow 12.3: `convert("L")`.
  @Test
  void hasTheLumaThatPillowComputes() {
    Image gray = provider().process(PIXELS, provider().parameters().defaults());
    assertThat(gray.pixels()).containsExactly(127, 127, 127, 128, 128, 128, 31, 31, 31);
  }

  @Test
  void goesAsFarAsAsked() {
    assertThat(grayed("0")).isEqualTo(PIXELS);
    assertThat(grayed("0.5").at(0, 0, 1)).isEqualTo(164); // between 200 and 127
  }

  private Image grayed(String amount) {
    return provider().process(PIXELS, provider().parameters().parse(Map.of("amount", amount)));
  }
}
