package dev.darkroom.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no PNG, or damaged, or too large: each one clear sentence, nothing allocated.
final class PngRefusalTests {

  @TempDir Path folder;

  private static void assertRefused(byte[] file, String... parts) {
    assertThatThrownBy(() -> Png.decode("some.png", file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith("some.png: ")
        .hasMessageContainingAll(parts);
  }

  @Test
  void refusesWhatIsNoPng() {
    assertRefused(new byte[0], "is no PNG");
    assertRefused(new byte[] {(byte) 0x89, 'P'}, "is no PNG");
    assertRefused("GIF89a, not a PNG".getBytes(StandardCharsets.US_ASCII), "is no PNG", "Give");
  }

  @Test
  void refusesSizesThatAreTooLargeBeforeAllocatingThem() {
    assertRefused(RawPng.of(16_385, 1, 8, 2).end(), "16385 x 1 pixels", "Use a smaller");
    assertRefused(RawPng.of(1, 16_385, 8, 2).end(), "1 x 16385 pixels");
    assertRefused(RawPng.of(10_001, 10_000, 8, 2).end(), "10001 x 10000", "100000000");
    assertRefused(RawPng.of(-1, -1, 8, 2).end(), "width");
    assertRefused(RawPng.of(0, 5, 8, 2).end(), "width");
    // As large as is allowed, but with next to nothing in it.
    assertRefused(RawPng.of(10_000, 10_000, 16, 6).rows(0, 0).end(), "pixels are missing");
  }

  @Test
  void refusesHeadersThatAreNotSound() {
    assertRefused(RawPng.of(1, 1, 3, 2).rows(0, 0).end(), "damaged", "Bit depth");
    assertRefused(RawPng.of(1, 1, 16, 3).rows(0, 0).end(), "bit depth");
    assertRefused(RawPng.of(1, 1, 8, 5).rows(0, 0).end(), "Color type");
    assertRefused(new RawPng().header(1, 1, 8, 2, 2).end(), "interlace method");
    assertRefused(new RawPng().chunk("IHDR", new byte[5]).end(), "IHDR");
    assertRefused(new RawPng().rows(0, 1).end(), "header is not its first chunk");
    RawPng twice = RawPng.of(1, 1, 8, 2).header(1, 1, 8, 2, 0);
    assertRefused(twice.rows(0, 1, 2, 3).end(), "not its only one");
    assertRefused(RawPng.of(1, 1, 8, 2).end(), "no picture in it");
  }

  @Test
  void refusesPixelsThatAreNotSound() {
    assertRefused(RawPng.of(1, 2, 8, 2).rows(0, 1, 2, 3).end(), "cut short");
    assertRefused(RawPng.of(1, 1, 8, 2).rows(5, 1, 2, 3).end(), "filter", "5");
    assertRefused(RawPng.of(1, 1, 8, 2).chunk("IDAT", new byte[] {1, 2, 3, 4}).end(), "damaged");
    assertRefused(RawPng.of(1, 1, 8, 3).rows(0, 0).end(), "PLTE");
    assertRefused(
        RawPng.of(1, 1, 8, 2).chunk("ABCD").rows(0, 1, 2, 3).end(), "unknown chunk \"ABCD\"");
  }

  @Test
  void refusesTextsThatUnpackToTooMuch() {
    byte[] bomb = RawPng.packed(new byte[Png.MAX_PACKED_TEXT_BYTES]);
    byte[] packed = PngFormsTests.join("a\0\0", bomb);
    byte[] international = PngFormsTests.join("a\0\1\0\0\0", bomb);
    assertTextRefused("zTXt", packed, 1, "more than 262144 bytes of text");
    assertTextRefused("iTXt", international, 1, "more than 262144 bytes of text");
    assertTextRefused("zTXt", packed, 65, "more than 16777216 bytes of text");
    assertTextRefused("iTXt", international, 65, "more than 16777216 bytes of text");
    byte[] plain = PngFormsTests.join("a\0", new byte[Png.MAX_TEXT_BYTES]);
    assertTextRefused("tEXt", plain, 1, "more than 16777216 bytes of text");
    assertTextRefused("zTXt", Arrays.copyOf(packed, 40), 1, "cut short");
  }

  @Test
  void refusesTextsThatAreNotSound() {
    byte[] none = {};
    assertTextRefused("tEXt", PngFormsTests.join("no zero byte", none), 1, "damaged");
    assertTextRefused("zTXt", PngFormsTests.join("a", none), 1, "damaged");
    assertTextRefused("iTXt", PngFormsTests.join("cut\0\0", none), 1, "damaged");
  }

  private static void assertTextRefused(String type, byte[] body, int times, String reason) {
    RawPng png = RawPng.of(1, 1, 8, 2);
    for (int i = 0; i < times; i++) {
      png.chunk(type, body);
    }
    assertRefused(png.rows(0, 1, 2, 3).end(), reason);
  }

  @Test
  void refusesEveryCutAndEveryFlippedBit() {
    byte[] file = Png.of(Image.of(4, 3, Image.RGB, new byte[36])).encode();
    for (int length = 0; length < file.length; length++) {
      assertRefused(Arrays.copyOf(file, length), "PNG");
    }
    for (int i = 0; i < file.length; i++) {
      byte[] flipped = file.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      assertRefused(flipped, "PNG");
    }
  }

  @Test
  void survivesNoise() {
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      byte[] packed = new byte[random.nextInt(60)];
      random.nextBytes(packed);
      int[] depths = {1, 2, 4, 8, 16};
      byte[] file =
          new RawPng()
              .header(9, 9, depths[random.nextInt(5)], random.nextInt(7), random.nextInt(2))
              .chunk("PLTE", packed)
              .chunk("tRNS", packed)
              .chunk("zTXt", packed)
              .chunk("IDAT", RawPng.packed(packed))
              .end();
      try {
        assertThat(Png.decode("noise.png", file).image().width()).isEqualTo(9);
      } catch (ModelFormatException e) {
        assertThat(e).hasMessageStartingWith("noise.png: ");
      }
    }
  }

  @Test
  void namesTheFile() throws IOException {
    Path path = folder.resolve("picture.png");
    assertFileRefused(path, "cannot be read", "Check the path");
    Files.writeString(path, "text");
    assertFileRefused(path, "is no PNG");
    Files.write(path, RawPng.of(1, 1, 8, 2).withoutEnd());
    assertFileRefused(path, "cut short");
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), Png.MAX_FILE_BYTES);
    }
    assertFileRefused(path, "has 1073741825 bytes");
  }

  private static void assertFileRefused(Path path, String... parts) {
    assertThatThrownBy(() -> Png.read(path))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(path.toString())
        .hasMessageContainingAll(parts);
  }
}
