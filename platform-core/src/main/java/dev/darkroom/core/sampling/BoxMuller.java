package dev.darkroom.core.sampling;

import dev.darkroom.core.tensor.DType;

/// Normal from uniform numbers (Box and Muller, "A Note on the Generation of Random Normal
/// Deviates", 1958) in the blocks of torch's CPU kernel: of 16 numbers the one at `j` gives the
/// radius and the one at `j + 8` the angle of a pair.
final class BoxMuller {

  static final int BLOCK = 16;

  private static final int PAIR = BLOCK / 2;
  private static final float TWO_PI = (float) (2.0 * Math.PI);

  private BoxMuller() {}

  /// Replaces the 16 uniform numbers from `offset` on by normal ones.
  static void transform(float[] data, int offset) {
    for (int i = offset; i < offset + PAIR; i++) {
      float radius = (float) Math.sqrt(-2f * SinglePrecision.log(1f - data[i]));
      float theta = TWO_PI * data[i + PAIR];
      // adding the mean turns a negative zero into a positive one
      data[i] = radius * SinglePrecision.cos(theta) + 0f;
      data[i + PAIR] = radius * SinglePrecision.sin(theta) + 0f;
    }
  }

  /// @throws IllegalArgumentException if torch's normal numbers do not come in `dtype` here
  static void requireNormalType(DType dtype) {
    if (dtype != DType.F32 && dtype != DType.F16 && dtype != DType.BF16) {
      throw new IllegalArgumentException("normal numbers are F32, F16 or BF16, not " + dtype);
    }
  }

  /// Rounds finite float32 numbers to the nearest values of `dtype`, in place.
  static void round(float[] data, DType dtype) {
    if (dtype == DType.F16) {
      roundToF16(data);
    } else if (dtype == DType.BF16) {
      roundToBf16(data);
    }
  }

  private static void roundToF16(float[] data) {
    for (int i = 0; i < data.length; i++) {
      data[i] = Float.float16ToFloat(Float.floatToFloat16(data[i]));
    }
  }

  private static void roundToBf16(float[] data) {
    for (int i = 0; i < data.length; i++) {
      int bits = Float.floatToRawIntBits(data[i]);
      int halfToEven = 0x7FFF + ((bits >>> 16) & 1);
      data[i] = Float.intBitsToFloat((bits + halfToEven) & 0xFFFF0000);
    }
  }
}
