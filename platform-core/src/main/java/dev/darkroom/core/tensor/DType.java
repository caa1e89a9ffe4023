package dev.darkroom.core.tensor;

/// Element type of a tensor, in memory and in files. Little-endian throughout.
public enum DType {
  /// IEEE 754 binary64; read from files, not computed with.
  F64(64, true),
  F32(32, true),
  /// IEEE 754 binary16.
  F16(16, true),
  /// The upper half of a binary32.
  BF16(16, true),
  I64(64, false),
  I32(32, false),
  I8(8, false),
  U8(8, false),
  /// One byte an element: 0 or 1.
  BOOL(8, false),
  /// Unsigned 4-bit numbers, two a byte, the lower nibble first; the last dimension must be even.
  U4(4, false);

  private final int bits;
  private final boolean floating;

  DType(int bits, boolean floating) {
    this.bits = bits;
    this.floating = floating;
  }

  /// Bits per element.
  public int bits() {
    return bits;
  }

  /// Whether this is a floating-point type.
  public boolean isFloating() {
    return floating;
  }

  /// Bytes that `elements` elements take.
  ///
  /// @throws ArithmeticException if the size does not fit a `long`
  public long bytes(long elements) {
    return Math.ceilDiv(Math.multiplyExact(elements, (long) bits), 8);
  }
}
