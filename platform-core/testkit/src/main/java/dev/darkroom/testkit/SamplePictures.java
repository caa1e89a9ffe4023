package dev.darkroom.testkit;

import dev.darkroom.core.image.Image;
import java.util.List;

/// Pictures that processors and upscalers are tried on: the smallest one, narrow and flat ones, odd
/// sizes, with and without opacity.
final class SamplePictures {

  private static final int COARSE = 16;

  private SamplePictures() {}

  static List<Image> all() {
    return List.of(
        of(1, 1, Image.RGB),
        of(1, 1, Image.RGBA),
        of(7, 1, Image.RGB),
        of(1, 9, Image.RGBA),
        of(33, 17, Image.RGB),
        of(32, 48, Image.RGBA));
  }

  /// Smooth colours with a fine pattern over them.
  static Image of(int width, int height, int channels) {
    byte[] pixels = new byte[width * height * channels];
    for (int i = 0; i < pixels.length; i++) {
      int x = i / channels % width;
      int y = i / channels / width;
      int pattern = (x ^ y) % COARSE;
      pixels[i] = (byte) ((x * 3 + y * 2 + i % channels * 50 + pattern) & 0xFF);
    }
    return Image.of(width, height, channels, pixels);
  }

  /// One colour all over.
  static Image plain(int width, int height, byte... colour) {
    byte[] pixels = new byte[width * height * colour.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = colour[i % colour.length];
    }
    return Image.of(width, height, colour.length, pixels);
  }
}
