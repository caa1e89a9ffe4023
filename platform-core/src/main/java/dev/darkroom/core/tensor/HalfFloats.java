package dev.darkroom.core.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Bulk conversion between 16-bit floats and float32, without an object per element. Rounds to
/// nearest even, keeps NaN and infinity.
public final class HalfFloats {

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private HalfFloats() {}

  /// Widens `count` binary16 numbers from `source` into `target`.
  public static void f16ToF32(MemorySegment source, MemorySegment target, long count) {
    for (long i = 0; i < count; i++) {
      target.set(FLOAT, i * 4, Float.float16ToFloat(source.get(SHORT, i * 2)));
    }
  }

  /// Narrows `count` float32 numbers to binary16.
  public static void f32ToF16(MemorySegment source, MemorySegment target, long count) {
    for (long i = 0; i < count; i++) {
      target.set(SHORT, i * 2, Float.floatToFloat16(source.get(FLOAT, i * 4)));
    }
  }

  /// Widens `count` bfloat16 numbers from `source` into `target`.
  public static void bf16ToF32(MemorySegment source, MemorySegment target, long count) {
    for (long i = 0; i < count; i++) {
      target.set(FLOAT, i * 4, Float.intBitsToFloat(source.get(SHORT, i * 2) << 16));
    }
  }

  /// Narrows `count` float32 numbers to bfloat16.
  public static void f32ToBf16(MemorySegment source, MemorySegment target, long count) {
    for (long i = 0; i < count; i++) {
      target.set(SHORT, i * 2, bf16(source.get(FLOAT, i * 4)));
    }
  }

  static short bf16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits >>> 16) | 0x40); // keep it a NaN when the low bits go
    }
    int roundToEven = 0x7FFF + ((bits >>> 16) & 1);
    return (short) ((bits + roundToEven) >>> 16);
  }
}
