package dev.darkroom.core.image;

/// The signature of a PNG file, and the five ways of predicting a byte from its neighbours.
final class PngFormat {

  static final int NONE = 0;
  static final int SUB = 1;
  static final int UP = 2;
  static final int AVERAGE = 3;
  static final int PAETH = 4;
  static final int FILTERS = 5;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private PngFormat() {}

  static byte[] signature() {
    return SIGNATURE.clone();
  }

  /// What `filter` expects from the neighbours: left, above, and above left.
  static int predict(int filter, int left, int above, int corner) {
    return switch (filter) {
      case NONE -> 0;
      case SUB -> left;
      case UP -> above;
      case AVERAGE -> (left + above) / 2;
      case PAETH -> paeth(left, above, corner);
      default -> throw new IllegalArgumentException("no filter " + filter);
    };
  }

  private static int paeth(int left, int above, int corner) {
    int guess = left + above - corner;
    int toLeft = Math.abs(guess - left);
    int toAbove = Math.abs(guess - above);
    int toCorner = Math.abs(guess - corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }
}
