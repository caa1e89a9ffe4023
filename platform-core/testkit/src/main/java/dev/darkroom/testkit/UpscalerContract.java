package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.spi.Upscaler;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every upscaler owes: implement this in a test class and name the upscaler.
public interface UpscalerContract extends PluginContract<Upscaler> {

  @Override
  default String kind() {
    return "upscaler";
  }

  /// How many of 255 levels a plain surface may change; more than 0 for networks.
  default int tolerance() {
    return 0;
  }

  @Test
  default void hasARangeOfFactors() {
    assertThat(provider().maxFactor()).isGreaterThan(1).isLessThan(100);
  }

  @TestFactory
  default Stream<DynamicTest> resultsHaveTheSizeAskedFor() {
    double most = provider().maxFactor();
    return SamplePictures.all().stream()
        .flatMap(image ->
            Stream.of(1.0, Math.min(1.5, most), Math.min(2, most), most)
                .map(factor -> scaled(image, factor))
                .map(size ->
                    DynamicTest.dynamicTest(image + " to " + size, () -> checkSize(image, size))));
  }

  private static Size scaled(Image image, double factor) {
    return new Size((int) (image.width() * factor), (int) (image.height() * factor));
  }

  private void checkSize(Image image, Size size) {
    Image result = upscale(image, size);
    assertThat(new Size(result.width(), result.height())).isEqualTo(size);
    assertThat(result.channels()).isEqualTo(image.channels());
  }

  /// Directions need not grow alike.
  @Test
  default void stretches() {
    Image image = SamplePictures.of(9, 5, Image.RGB);
    int longest = (int) (9 * Math.min(2, provider().maxFactor()));
    checkSize(image, new Size(longest, 5));
  }

  @Test
  default void aPlainSurfaceStaysPlain() {
    Image plain = SamplePictures.plain(8, 8, (byte) 200, (byte) 100, (byte) 3);
    Image result = upscale(plain, scaled(plain, Math.min(2, provider().maxFactor())));
    for (int y = 0; y < result.height(); y++) {
      for (int x = 0; x < result.width(); x++) {
        for (int c = 0; c < Image.RGB; c++) {
          assertThat(result.at(x, y, c)).isCloseTo(plain.at(0, 0, c), within(tolerance()));
        }
      }
    }
  }

  @Test
  default void samePictureGivesTheSameBits() {
    Image image = SamplePictures.of(33, 17, Image.RGBA);
    Size size = scaled(image, Math.min(2, provider().maxFactor()));
    assertThat(upscale(image, size)).isEqualTo(upscale(image, size));
  }

  private Image upscale(Image image, Size size) {
    return provider().upscale(image, size, provider().parameters().defaults());
  }
}
