package dev.darkroom.core.image;

/// A PNG file that cannot be read. The message is the end of a sentence that begins with the file's
/// name.
final class BadPngException extends Exception {

  private static final long serialVersionUID = 1L;

  BadPngException(String message) {
    super(message);
  }

  static BadPngException damaged(String reason) {
    return new BadPngException("is a damaged PNG: " + reason + ". Save or download it again.");
  }
}
