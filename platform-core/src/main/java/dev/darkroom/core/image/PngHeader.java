package dev.darkroom.core.image;

import java.nio.ByteBuffer;

/// The IHDR chunk: size in pixels, bits of a sample, and what samples a pixel has.
record PngHeader(int width, int height, int depth, int colourType, boolean interlaced) {

  static final int GRAY = 0;
  static final int COLOUR = 2;
  static final int PALETTE = 3;
  static final int GRAY_ALPHA = 4;
  static final int COLOUR_ALPHA = 6;

  /// Reads the chunk and checks all of it, so that nothing is allocated for an impossible picture.
  static PngHeader read(ByteBuffer body) throws BadPngException {
    if (body.remaining() != 13) {
      throw BadPngException.damaged("its header has %d bytes".formatted(body.remaining()));
    }
    long width = Integer.toUnsignedLong(body.getInt());
    long height = Integer.toUnsignedLong(body.getInt());
    if (width == 0 || height == 0) {
      throw BadPngException.damaged("its size is %d x %d".formatted(width, height));
    }
    if (Math.max(width, height) > Png.MAX_SIDE || width * height > Png.MAX_PIXELS) {
      throw new BadPngException(
          "has %d x %d pixels; at most %d a side and %d in all are read. Use a smaller picture."
              .formatted(width, height, Png.MAX_SIDE, Png.MAX_PIXELS));
    }
    int depth = body.get();
    int colourType = body.get();
    int compression = body.get();
    int filter = body.get();
    int interlace = body.get();
    boolean known = compression == 0 && filter == 0 && (interlace == 0 || interlace == 1);
    if (!known || !isForm(colourType, depth)) {
      throw BadPngException.damaged(
          "no PNG has colour type %d with %d bits (methods %d, %d, %d)"
              .formatted(colourType, depth, compression, filter, interlace));
    }
    return new PngHeader((int) width, (int) height, depth, colourType, interlace == 1);
  }

  private static boolean isForm(int colourType, int depth) {
    boolean packed = depth == 1 || depth == 2 || depth == 4;
    return switch (colourType) {
      case GRAY -> packed || depth == 8 || depth == 16;
      case PALETTE -> packed || depth == 8;
      case COLOUR, GRAY_ALPHA, COLOUR_ALPHA -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  /// Samples of a pixel.
  int samples() {
    return switch (colourType) {
      case COLOUR -> 3;
      case GRAY_ALPHA -> 2;
      case COLOUR_ALPHA -> 4;
      default -> 1;
    };
  }

  /// Bytes of a row of `pixels` pixels, without the filter byte.
  int rowBytes(int pixels) {
    return Math.ceilDiv(pixels * samples() * depth, 8);
  }

  /// How far back the filters look for the pixel to the left, in bytes.
  int step() {
    return Math.max(1, samples() * depth / 8);
  }
}
