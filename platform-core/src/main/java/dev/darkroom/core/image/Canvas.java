package dev.darkroom.core.image;

import java.util.Arrays;

/// White paper to put pictures and letters on. One thread at a time.
final class Canvas {

  private static final byte WHITE = (byte) 255;

  private final int width;
  private final int height;
  private final byte[] pixels;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new byte[Math.multiplyExact(Math.multiplyExact(width, height), Image.RGB)];
    Arrays.fill(pixels, WHITE);
  }

  /// Puts a picture with its upper left corner at a place; what is transparent shows the paper.
  void put(Image picture, int left, int top) {
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int alpha = picture.channels() == Image.RGBA ? picture.at(x, y, Image.RGB) : 255;
        for (int c = 0; c < Image.RGB; c++) {
          int level = (picture.at(x, y, c) * alpha + 255 * (255 - alpha)) / 255;
          pixels[((top + y) * width + left + x) * Image.RGB + c] = (byte) level;
        }
      }
    }
  }

  /// Writes in black from an upper left corner.
  ///
  /// @param scale pixels a dot
  void write(String line, int left, int top, int scale) {
    Lettering.write(line, (x, y) -> blacken(left + x * scale, top + y * scale, scale));
  }

  private void blacken(int left, int top, int size) {
    for (int y = Math.max(0, top); y < Math.min(height, top + size); y++) {
      int row = y * width;
      int from = Math.clamp(left, 0, width);
      int to = Math.clamp(left + size, 0, width);
      Arrays.fill(pixels, (row + from) * Image.RGB, (row + to) * Image.RGB, (byte) 0);
    }
  }

  Image image() {
    return new Image(width, height, Image.RGB, pixels);
  }
}
