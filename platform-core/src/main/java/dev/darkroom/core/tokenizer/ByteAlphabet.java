package dev.darkroom.core.tokenizer;

/// The 256 printable characters that stand for bytes in the vocabularies of byte-level encodings
/// (Radford et al., "Language Models are Unsupervised Multitask Learners", 2019): printable Latin-1
/// characters for themselves, the others moved up to U+0100 and after, in order.
final class ByteAlphabet {

  private static final int MOVED = 0x100;

  private ByteAlphabet() {}

  /// The character for a byte of 0 to 255.
  static String symbol(int value) {
    int character = value;
    if (!printable(value)) {
      character = MOVED;
      for (int smaller = 0; smaller < value; smaller++) {
        character += printable(smaller) ? 0 : 1;
      }
    }
    return String.valueOf((char) character);
  }

  private static boolean printable(int value) {
    return (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xFF && value != 0xAD);
  }
}
