package dev.darkroom.ext.processors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.testkit.ImageProcessorContract;
import org.junit.jupiter.api.Test;

final class InvertProcessorTests implements ImageProcessorContract {

  @Override
  public ImageProcessor provider() {
    return new InvertProcessor();
  }

  @Test
  void invertsColoursAndLeavesOpacity() {
    Image image = Image.of(1, 1, Image.RGBA, new byte[] {0, -1, 10, 77});
    ParameterValues none = provider().parameters().defaults();
    Image inverted = provider().process(image, none);
    assertThat(inverted.pixels()).containsExactly(-1, 0, 245, 77);
    assertThat(provider().process(inverted, none)).isEqualTo(image);
  }
}
