package dev.darkroom.ext.upscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.spi.Upscaler;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A gray picture of 4 x 3 pixels made 7 x 5, and what Pillow 12.3 makes of it. Pillow rounds between
/// its two passes, so results may differ by one level.
final class PillowParityTests {

  private static final int[] PIXELS = {10, 200, 60, 250, 90, 0, 255, 30, 120, 70, 20, 180};

  private static final int[] BILINEAR = {
    10, 78, 186, 130, 74, 182, 250, 42, 70, 114, 129, 140, 153, 162, 90, 58, 6, 128, 239, 110, 30,
    108, 84, 47, 78, 114, 118, 120, 120, 102, 74, 45, 31, 123, 180
  };
  private static final int[] BICUBIC = {
    0, 75, 211, 130, 50, 193, 255, 33, 64, 124, 137, 140, 158, 162, 97, 53, 0, 136, 253, 108, 12,
    119, 87, 39, 69, 114, 119, 119, 126, 111, 80, 24, 9, 132, 207
  };
  private static final int[] LANCZOS = {
    0, 85, 220, 124, 36, 188, 255, 34, 59, 124, 149, 149, 159, 151, 109, 41, 0, 147, 252, 117, 0,
    130, 84, 32, 60, 122, 119, 108, 122, 120, 92, 0, 0, 133, 230
  };

  @TestFactory
  Stream<DynamicTest> makesWhatPillowMakes() {
    return Stream.of(
        test(new BilinearUpscaler(), BILINEAR),
        test(new BicubicUpscaler(), BICUBIC),
        test(new LanczosUpscaler(), LANCZOS));
  }

  private static DynamicTest test(Upscaler upscaler, int[] expected) {
    return DynamicTest.dynamicTest(upscaler.id(), () -> check(upscaler, expected));
  }

  private static void check(Upscaler upscaler, int[] expected) {
    Image result = upscale(upscaler, gray(4, PIXELS), new Size(7, 5));
    for (int i = 0; i < expected.length; i++) {
      int actual = result.at(i % 7, i / 7, 1);
      assertThat(actual).as("pixel %d", i).isCloseTo(expected[i], within(1));
    }
  }

  /// Where middles fall between pixels, libraries differ; here they do not.
  @Test
  void repeatsPixels() {
    Image result = upscale(new NearestUpscaler(), gray(4, PIXELS), new Size(8, 6));
    for (int i = 0; i < 48; i++) {
      int expected = PIXELS[i / 16 * 4 + i % 8 / 2];
      assertThat(result.at(i % 8, i / 8, 0)).as("pixel %d", i).isEqualTo(expected);
    }
  }

  @Test
  void whatCannotBeSeenDoesNotColourWhatCan() {
    byte[] redAndNothing = {-1, 0, 0, -1, 0, -1, 0, 0};
    Image image = Image.of(2, 1, Image.RGBA, redAndNothing);
    Image result = upscale(new BilinearUpscaler(), image, new Size(4, 1));
    byte[] expected = {-1, 0, 0, -1, -1, 0, 0, (byte) 191, -1, 0, 0, 64, 0, 0, 0, 0};
    assertThat(result).isEqualTo(Image.of(4, 1, Image.RGBA, expected));
  }

  @TestFactory
  Stream<DynamicTest> itsOwnSizeChangesNothing() {
    return Stream.of(
            new NearestUpscaler(),
            new BilinearUpscaler(),
            new BicubicUpscaler(),
            new LanczosUpscaler())
        .map(upscaler ->
            DynamicTest.dynamicTest(
                upscaler.id(),
                () -> {
                  Image image = gray(4, PIXELS);
                  assertThat(upscale(upscaler, image, new Size(4, 3))).isEqualTo(image);
                }));
  }

  @Test
  void weightsAddUpToOne() {
    Taps taps = Taps.of(5, 37, 3, x -> Math.exp(-x * x));
    for (int i = 0; i < taps.length(); i++) {
      assertThat(Arrays.stream(taps.weights(i)).sum()).isCloseTo(1, within(1e-12));
    }
  }

  private static Image upscale(Upscaler upscaler, Image image, Size size) {
    return upscaler.upscale(image, size, upscaler.parameters().defaults());
  }

  private static Image gray(int width, int... levels) {
    byte[] pixels = new byte[levels.length * Image.RGB];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) levels[i / Image.RGB];
    }
    return Image.of(width, levels.length / width, Image.RGB, pixels);
  }
}
