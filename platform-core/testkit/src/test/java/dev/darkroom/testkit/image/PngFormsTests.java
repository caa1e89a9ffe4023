package dev.darkroom.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every standard form of a PNG file, each spelled out byte by byte.
final class PngFormsTests {

  private static void assertPixels(byte[] file, int channels, int... expected) {
    Image image = Png.decode("memory", file).image();
    assertThat(image.channels()).isEqualTo(channels);
    assertThat(image.pixels()).isEqualTo(RawPng.bytes(expected));
  }

  @Test
  void readsGreyOfEveryDepth() {
    assertPixels(RawPng.of(3, 1, 1, 0).rows(0, 0b10100000).end(), 3, grey(255, 0, 255));
    assertPixels(RawPng.of(3, 1, 2, 0).rows(0, 0b00_01_10_11).end(), 3, grey(0, 85, 170));
    assertPixels(RawPng.of(3, 1, 4, 0).rows(0, 0x0F, 0x80).end(), 3, grey(0, 255, 136));
    assertPixels(RawPng.of(3, 1, 8, 0).rows(0, 1, 2, 254).end(), 3, grey(1, 2, 254));
    assertPixels(
        RawPng.of(3, 1, 16, 0).rows(0, 0xFF, 0xFF, 0x01, 0x01, 0x01, 0x90).end(),
        3,
        grey(255, 1, 2));
  }

  private static int[] grey(int... levels) {
    int[] pixels = new int[levels.length * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = levels[i / 3];
    }
    return pixels;
  }

  @Test
  void readsColourAndAlpha() {
    assertPixels(RawPng.of(1, 1, 8, 2).rows(0, 1, 2, 3).end(), 3, 1, 2, 3);
    assertPixels(RawPng.of(1, 1, 16, 2).rows(0, 1, 0, 2, 0, 3, 255).end(), 3, 1, 2, 4);
    assertPixels(RawPng.of(1, 1, 8, 4).rows(0, 9, 7).end(), 4, 9, 9, 9, 7);
    assertPixels(RawPng.of(1, 1, 16, 4).rows(0, 9, 9, 7, 7).end(), 4, 9, 9, 9, 7);
    assertPixels(RawPng.of(1, 1, 8, 6).rows(0, 1, 2, 3, 4).end(), 4, 1, 2, 3, 4);
    assertPixels(RawPng.of(1, 1, 16, 6).rows(0, 1, 1, 2, 2, 3, 3, 4, 4).end(), 4, 1, 2, 3, 4);
  }

  @Test
  void readsPalettesOfEveryDepthWithTransparency() {
    byte[] palette = RawPng.bytes(1, 2, 3, 4, 5, 6, 7, 8, 9);
    for (int depth : new int[] {2, 4, 8}) {
      int[] row =
          switch (depth) {
            case 2 -> new int[] {0, 0b10_00_01_00};
            case 4 -> new int[] {0, 0x20, 0x10};
            default -> new int[] {0, 2, 0, 1};
          };
      byte[] file = RawPng.of(3, 1, depth, 3).chunk("PLTE", palette).rows(row).end();
      assertPixels(file, 3, 7, 8, 9, 1, 2, 3, 4, 5, 6);
    }
    byte[] clear =
        RawPng.of(2, 1, 1, 3)
            .chunk("PLTE", palette)
            .chunk("tRNS", (byte) 50)
            .rows(0, 0b01000000)
            .end();
    assertPixels(clear, 4, 1, 2, 3, 50, 4, 5, 6, 255);
  }

  @Test
  void readsTransparentColours() {
    byte[] grey = RawPng.of(2, 1, 8, 0).chunk("tRNS", RawPng.bytes(0, 5)).rows(0, 5, 6).end();
    assertPixels(grey, 4, 5, 5, 5, 0, 6, 6, 6, 255);
    byte[] two = RawPng.of(4, 1, 2, 0).chunk("tRNS", RawPng.bytes(0, 2)).rows(0, 0x1B).end();
    assertPixels(two, 4, 0, 0, 0, 255, 85, 85, 85, 255, 170, 170, 170, 0, 255, 255, 255, 255);
    byte[] key = RawPng.bytes(0, 1, 0, 2, 0, 3);
    byte[] colour = RawPng.of(2, 1, 8, 2).chunk("tRNS", key).rows(0, 1, 2, 3, 1, 2, 4).end();
    assertPixels(colour, 4, 1, 2, 3, 0, 1, 2, 4, 255);
  }

  @Test
  void takesEveryFilterOff() {
    int[] rows = {
      0, 10, 20, 30, //
      1, 10, 10, 10, //
      2, 1, 1, 1, //
      3, 5, 5, 5, //
      4, 1, 255, 2
    };
    assertPixels(
        RawPng.of(3, 5, 8, 0).rows(rows).end(),
        3,
        grey(10, 20, 30, 10, 20, 30, 11, 21, 31, 10, 20, 30, 11, 19, 32));
  }

  @Test
  void readsInterlacedPictures() {
    // 3 x 3: pass 1 holds (0,0); 4 holds (2,0); 5 holds (0,2), (2,2); 6 holds column 1 of rows 0
    // and 2; 7 holds row 1. Passes 2 and 3 are empty.
    int[] rows = {0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6};
    byte[] file = new RawPng().header(3, 3, 8, 0, 1).rows(rows).end();
    assertPixels(file, 3, grey(1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  @Test
  void joinsPixelsFromSeveralChunks() {
    byte[] packed = RawPng.packed(RawPng.bytes(0, 1, 2, 3));
    RawPng png = RawPng.of(1, 1, 8, 2);
    for (byte part : packed) {
      png.chunk("IDAT", part).chunk("IDAT");
    }
    assertPixels(png.end(), 3, 1, 2, 3);
  }

  @Test
  void readsPackedAndForeignTexts() {
    byte[] packed = RawPng.packed("long text".getBytes(StandardCharsets.ISO_8859_1));
    byte[] utf8 = RawPng.packed("яблоко".getBytes(StandardCharsets.UTF_8));
    byte[] file =
        RawPng.of(1, 1, 8, 2)
            .chunk("zTXt", join("Comment\0\0", packed))
            .chunk("iTXt", join("Title\0\1\0ru\0name\0", utf8))
            .chunk("tEXt", join("Comment\0second", new byte[0]))
            .chunk("tEXt", join("Creation Time\0whenever", new byte[0]))
            .chunk("iCCP", join("not a profile", new byte[0]))
            .rows(0, 1, 2, 3)
            .chunk("tEXt", join("after\0pixels", new byte[0]))
            .end();
    assertThat(Png.decode("memory", file).texts())
        .containsExactly(
            Map.entry("Comment", "long text"),
            Map.entry("Title", "яблоко"),
            Map.entry("Creation Time", "whenever"),
            Map.entry("after", "pixels"));
  }

  static byte[] join(String start, byte[] rest) {
    byte[] first = start.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }
}
