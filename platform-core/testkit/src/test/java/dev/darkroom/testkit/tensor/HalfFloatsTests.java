package dev.darkroom.testkit.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/// All 65,536 numbers of both 16-bit types, and the roundings between them.
final class HalfFloatsTests {

  private static final int COUNT = 1 << 16;
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The value of a pattern of bits by the definition of the format.
  private static double value(int bits, int exponentBits, int fractionBits) {
    int bias = (1 << (exponentBits - 1)) - 1;
    int exponent = (bits >> fractionBits) & ((1 << exponentBits) - 1);
    int fraction = bits & ((1 << fractionBits) - 1);
    double sign = (bits & 0x8000) == 0 ? 1 : -1;
    if (exponent == (1 << exponentBits) - 1) {
      return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    return exponent == 0
        ? sign * Math.scalb((double) fraction, 1 - bias - fractionBits)
        : sign
            * Math.scalb((double) fraction + (1 << fractionBits), exponent - bias - fractionBits);
  }

  private static double half(int bits) {
    return value(bits, 5, 10);
  }

  private static double brain(int bits) {
    return value(bits, 8, 7);
  }

  private static Tensor every(DType dtype) {
    Tensor tensor = Tensor.allocate(dtype, Shape.of(COUNT));
    for (int i = 0; i < COUNT; i++) {
      tensor.data().setAtIndex(SHORT, i, (short) i);
    }
    return tensor;
  }

  private static int narrow(float value, DType dtype) {
    return Tensor.scalar(value).cast(dtype).data().get(SHORT, 0) & 0xFFFF;
  }

  @Test
  void widensEveryNumberExactly() {
    float[] halves = every(DType.F16).toFloats();
    float[] brains = every(DType.BF16).toFloats();
    for (int i = 0; i < COUNT; i++) {
      assertThat(halves[i]).isEqualTo(Float.valueOf((float) half(i)));
      assertThat(brains[i]).isEqualTo(Float.valueOf((float) brain(i)));
    }
  }

  @Test
  void keepsEveryNumberOnTheWayThroughFloats() {
    for (DType dtype : new DType[] {DType.F16, DType.BF16}) {
      Tensor all = every(dtype);
      Tensor back = all.cast(DType.F32).cast(dtype);
      for (int i = 0; i < COUNT; i++) {
        if (Double.isNaN(all.at(i))) {
          assertThat(back.at(i)).isNaN();
        } else {
          assertThat(back.data().getAtIndex(SHORT, i)).isEqualTo((short) i);
        }
      }
    }
  }

  @Test
  void roundsToNearestAndTiesToEven() {
    for (int i = 0; i < 0x7C00; i++) {
      double next = i == 0x7BFF ? 65536 : half(i + 1);
      assertRounding(DType.F16, i, (float) ((half(i) + next) / 2));
    }
    for (int i = 0; i < 0x7F7F; i++) {
      assertRounding(DType.BF16, i, (float) ((brain(i) + brain(i + 1)) / 2));
    }
    float last = Float.intBitsToFloat(0x7F7F8000);
    assertThat(narrow(last, DType.BF16)).isEqualTo(0x7F80);
    assertThat(narrow(Math.nextDown(last), DType.BF16)).isEqualTo(0x7F7F);
  }

  /// `middle` lies between the numbers with the bits `lower` and `lower + 1`.
  private static void assertRounding(DType dtype, int lower, float middle) {
    assertThat(narrow(middle, dtype)).isEqualTo(lower + (lower & 1));
    assertThat(narrow(Math.nextDown(middle), dtype)).isEqualTo(lower);
    assertThat(narrow(Math.nextUp(middle), dtype)).isEqualTo(lower + 1);
    assertThat(narrow(-middle, dtype)).isEqualTo(0x8000 | (lower + (lower & 1)));
  }

  @Test
  void keepsInfinityAndNotANumber() {
    for (DType dtype : new DType[] {DType.F16, DType.BF16}) {
      int infinity = dtype == DType.F16 ? 0x7C00 : 0x7F80;
      assertThat(narrow(Float.POSITIVE_INFINITY, dtype)).isEqualTo(infinity);
      assertThat(narrow(Float.NEGATIVE_INFINITY, dtype)).isEqualTo(0x8000 | infinity);
      assertThat(narrow(Float.MAX_VALUE, dtype)).isEqualTo(infinity);
      assertThat(narrow(-0f, dtype)).isEqualTo(0x8000);
      for (int payload : new int[] {0x7F800001, 0x7FC00000, 0x7FFFFFFF, 0xFF800001}) {
        Tensor tensor = Tensor.scalar(Float.intBitsToFloat(payload));
        assertThat(tensor.cast(dtype).at(0)).isNaN();
      }
    }
  }
}
