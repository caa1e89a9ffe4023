package dev.darkroom.core.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Reads, writes and converts single elements of every type.
final class Elements {

  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  private Elements() {}

  static double get(DType dtype, MemorySegment data, long i) {
    return switch (dtype) {
      case F64 -> data.getAtIndex(DOUBLE, i);
      case F32 -> data.getAtIndex(FLOAT, i);
      case F16 -> Float.float16ToFloat(data.getAtIndex(SHORT, i));
      case BF16 -> Float.intBitsToFloat(data.getAtIndex(SHORT, i) << 16);
      case I64, I32, I8, U8, BOOL, U4 -> getLong(dtype, data, i);
    };
  }

  static long getLong(DType dtype, MemorySegment data, long i) {
    return switch (dtype) {
      case I64 -> data.getAtIndex(LONG, i);
      case I32 -> data.getAtIndex(INT, i);
      case I8 -> data.get(BYTE, i);
      case U8 -> data.get(BYTE, i) & 0xFF;
      case BOOL -> data.get(BYTE, i) == 0 ? 0 : 1;
      case U4 -> (data.get(BYTE, i / 2) >>> (4 * (i % 2))) & 0xF;
      case F64, F32, F16, BF16 -> (long) get(dtype, data, i);
    };
  }

  private static void set(DType dtype, MemorySegment data, long i, double value) {
    switch (dtype) {
      case F64 -> data.setAtIndex(DOUBLE, i, value);
      case F32 -> data.setAtIndex(FLOAT, i, (float) value);
      case F16 -> data.setAtIndex(SHORT, i, Float.floatToFloat16((float) value));
      case BF16 -> data.setAtIndex(SHORT, i, HalfFloats.bf16((float) value));
      case BOOL -> data.set(BYTE, i, (byte) (value == 0 ? 0 : 1));
      case I64, I32, I8, U8, U4 -> setLong(dtype, data, i, (long) value);
    }
  }

  private static void setLong(DType dtype, MemorySegment data, long i, long value) {
    switch (dtype) {
      case I64 -> data.setAtIndex(LONG, i, value);
      case I32 -> data.setAtIndex(INT, i, (int) value);
      case I8, U8 -> data.set(BYTE, i, (byte) value);
      case U4 -> {
        int shift = (int) (4 * (i % 2));
        int kept = data.get(BYTE, i / 2) & (0xF0 >>> shift);
        data.set(BYTE, i / 2, (byte) (kept | ((value & 0xF) << shift)));
      }
      case F64 -> data.setAtIndex(DOUBLE, i, (double) value);
      // Rounded to float32 at once: a stop at double would round twice.
      case F32, F16, BF16 -> set(dtype, data, i, (float) value);
      case BOOL -> data.set(BYTE, i, (byte) (value == 0 ? 0 : 1));
    }
  }

  /// Fills `target` with the numbers of `source`; both have the same number of elements.
  static void convert(Tensor source, Tensor target) {
    long count = source.shape().elements();
    MemorySegment from = source.data();
    MemorySegment to = target.data();
    if (source.dtype() == DType.F16 && target.dtype() == DType.F32) {
      HalfFloats.f16ToF32(from, to, count);
    } else if (source.dtype() == DType.F32 && target.dtype() == DType.F16) {
      HalfFloats.f32ToF16(from, to, count);
    } else if (source.dtype() == DType.BF16 && target.dtype() == DType.F32) {
      HalfFloats.bf16ToF32(from, to, count);
    } else if (source.dtype() == DType.F32 && target.dtype() == DType.BF16) {
      HalfFloats.f32ToBf16(from, to, count);
    } else {
      convertOneByOne(source, target);
    }
  }

  private static void convertOneByOne(Tensor source, Tensor target) {
    long count = source.shape().elements();
    if (source.dtype().isFloating()) {
      for (long i = 0; i < count; i++) {
        set(target.dtype(), target.data(), i, get(source.dtype(), source.data(), i));
      }
    } else {
      for (long i = 0; i < count; i++) {
        setLong(target.dtype(), target.data(), i, getLong(source.dtype(), source.data(), i));
      }
    }
  }
}
