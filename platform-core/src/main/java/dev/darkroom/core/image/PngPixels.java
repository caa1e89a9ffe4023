package dev.darkroom.core.image;

import java.nio.ByteBuffer;
import java.util.List;

/// Turns the rows of a PNG file, of whatever form, into 8-bit RGB or RGBA.
final class PngPixels {

  /// Deflate cannot pack more tightly than this; a file with fewer bytes lacks pixels.
  private static final long MOST_PACKED = 1040;

  /// One pass over the picture: the first pixel and the distance to the next.
  private record Pass(int x, int y, int dx, int dy) {}

  private static final List<Pass> PLAIN = List.of(new Pass(0, 0, 1, 1));
  private static final List<Pass> ADAM7 =
      List.of(
          new Pass(0, 0, 8, 8),
          new Pass(4, 0, 8, 8),
          new Pass(0, 4, 4, 8),
          new Pass(2, 0, 4, 4),
          new Pass(0, 2, 2, 4),
          new Pass(1, 0, 2, 2),
          new Pass(0, 1, 1, 2));

  private final PngHeader header;
  private final byte[] palette;
  private final byte[] transparency;
  private final List<ByteBuffer> data;
  private final int channels;
  private final int[] samples;

  PngPixels(PngHeader header, byte[] palette, byte[] transparency, List<ByteBuffer> data)
      throws BadPngException {
    this.header = header;
    this.palette = palette;
    this.transparency = transparency;
    this.data = data;
    this.samples = new int[header.samples()];
    boolean hasAlpha =
        transparency.length > 0
            || header.colourType() == PngHeader.GRAY_ALPHA
            || header.colourType() == PngHeader.COLOUR_ALPHA;
    this.channels = hasAlpha ? Image.RGBA : Image.RGB;
    check();
  }

  private void check() throws BadPngException {
    if (header.colourType() == PngHeader.PALETTE && palette.length < 3) {
      throw BadPngException.damaged("it has no palette");
    }
    boolean keyed =
        header.colourType() == PngHeader.GRAY || header.colourType() == PngHeader.COLOUR;
    if (keyed && transparency.length > 0 && transparency.length != 2 * samples.length) {
      throw BadPngException.damaged("its transparent colour is not sound");
    }
    long needed = (long) header.rowBytes(header.width()) * header.height();
    long packed = data.stream().mapToLong(ByteBuffer::remaining).sum();
    if (packed < needed / MOST_PACKED) {
      throw BadPngException.damaged("pixels are missing");
    }
  }

  Image decode() throws BadPngException {
    byte[] pixels = new byte[header.width() * header.height() * channels];
    try (PngRows rows = new PngRows(data, header.step())) {
      for (Pass pass : header.interlaced() ? ADAM7 : PLAIN) {
        decode(pass, rows, pixels);
      }
    }
    return new Image(header.width(), header.height(), channels, pixels);
  }

  private void decode(Pass pass, PngRows rows, byte[] pixels) throws BadPngException {
    int width = Math.ceilDiv(header.width() - pass.x, pass.dx);
    if (width <= 0) {
      return;
    }
    byte[] row = new byte[header.rowBytes(width)];
    byte[] above = new byte[row.length];
    for (int y = pass.y; y < header.height(); y += pass.dy) {
      rows.next(row, above);
      for (int i = 0; i < width; i++) {
        int target = (y * header.width() + pass.x + i * pass.dx) * channels;
        pixel(row, i, pixels, target);
      }
      byte[] swapped = above;
      above = row;
      row = swapped;
    }
  }

  private void pixel(byte[] row, int index, byte[] pixels, int target) throws BadPngException {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sample(row, index * samples.length + i);
    }
    boolean coloured = samples.length >= 3;
    if (header.colourType() == PngHeader.PALETTE) {
      fromPalette(samples[0], pixels, target);
    } else {
      for (int i = 0; i < 3; i++) {
        pixels[target + i] = (byte) level(samples[coloured ? i : 0]);
      }
      if (channels == Image.RGBA) {
        pixels[target + 3] = (byte) alpha();
      }
    }
  }

  private void fromPalette(int entry, byte[] pixels, int target) throws BadPngException {
    if (3 * entry + 3 > palette.length) {
      throw BadPngException.damaged("a pixel has the colour %d, which it lacks".formatted(entry));
    }
    System.arraycopy(palette, 3 * entry, pixels, target, 3);
    if (channels == Image.RGBA) {
      pixels[target + 3] = entry < transparency.length ? transparency[entry] : (byte) 0xFF;
    }
  }

  private int alpha() {
    if (transparency.length == 0) {
      return level(samples[samples.length - 1]);
    }
    for (int i = 0; i < samples.length; i++) {
      int key = ((transparency[2 * i] & 0xFF) << 8) | (transparency[2 * i + 1] & 0xFF);
      if (samples[i] != key) {
        return 0xFF;
      }
    }
    return 0;
  }

  private int sample(byte[] row, int index) {
    return switch (header.depth()) {
      case 8 -> row[index] & 0xFF;
      case 16 -> ((row[2 * index] & 0xFF) << 8) | (row[2 * index + 1] & 0xFF);
      default -> packed(row, index);
    };
  }

  private int packed(byte[] row, int index) {
    int depth = header.depth();
    int shift = 8 - depth - (index * depth) % 8;
    return (row[index * depth / 8] >> shift) & ((1 << depth) - 1);
  }

  /// A sample scaled to 0..255 and rounded.
  private int level(int sample) {
    int most = (1 << header.depth()) - 1;
    return header.depth() == 8 ? sample : (sample * 255 + most / 2) / most;
  }
}
