package dev.darkroom.testkit.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

final class CastTests {

  private static long[] cast(DType from, DType to, long... values) {
    return Tensor.ofLongs(Shape.of(values.length), values).cast(from).cast(to).toLongs();
  }

  @Test
  void keepsSmallNumbersFromEveryTypeToEveryType() {
    for (DType from : DType.values()) {
      for (DType to : DType.values()) {
        assertThat(cast(from, to, 0, 1, 1, 0, 1, 0))
            .as(from + " to " + to)
            .containsExactly(0, 1, 1, 0, 1, 0);
        if (from != DType.BOOL && to != DType.BOOL) {
          assertThat(cast(from, to, 0, 15, 7, 8))
              .as(from + " to " + to)
              .containsExactly(0, 15, 7, 8);
        }
      }
    }
  }

  @Test
  void keepsSignsWhereTheTypesHaveThem() {
    DType[] signed = {DType.F64, DType.F32, DType.F16, DType.BF16, DType.I64, DType.I32, DType.I8};
    for (DType from : signed) {
      for (DType to : signed) {
        assertThat(cast(from, to, -128, -1, 127)).containsExactly(-128, -1, 127);
      }
    }
  }

  @Test
  void cutsFractionsOffTowardsZero() {
    Tensor tensor = Tensor.of(Shape.of(5), 1.9f, -1.9f, 0.5f, -0.5f, 100.99f);
    for (DType to : new DType[] {DType.I64, DType.I32, DType.I8}) {
      assertThat(tensor.cast(to).toLongs()).containsExactly(1, -1, 0, 0, 100);
    }
    assertThat(tensor.cast(DType.BOOL).toLongs()).containsExactly(1, 1, 1, 1, 1);
    assertThat(tensor.toLongs()).containsExactly(1, -1, 0, 0, 100);
  }

  @Test
  void cutsIntegersToTheirLowBits() {
    assertThat(cast(DType.I64, DType.I32, (1L << 32) + 5, 1L << 31))
        .containsExactly(5, Integer.MIN_VALUE);
    assertThat(cast(DType.I64, DType.I8, 200, 256)).containsExactly(-56, 0);
    assertThat(cast(DType.I8, DType.U8, -1, -128)).containsExactly(255, 128);
    assertThat(cast(DType.U8, DType.I8, 255, 127)).containsExactly(-1, 127);
    assertThat(cast(DType.I64, DType.U4, 31, -1)).containsExactly(15, 15);
    assertThat(cast(DType.I64, DType.BOOL, 0, 256, -3, 1L << 40)).containsExactly(0, 1, 1, 1);
  }

  @Test
  void roundsLargeIntegersOnce() {
    long justAboveATie = (1L << 53) + (1L << 29) + 1;
    Tensor tensor = Tensor.ofLongs(Shape.of(2), justAboveATie, -justAboveATie);
    float expected = (float) ((1L << 53) + (1L << 30));
    assertThat(tensor.cast(DType.F32).toFloats()).containsExactly(expected, -expected);
    assertThat(tensor.cast(DType.F64).cast(DType.I64).toLongs()[0]).isEqualTo(justAboveATie - 1);
  }

  @Test
  void keepsDoublesWhole() {
    Tensor tensor = Tensor.of(Shape.of(2), 0.1f, 1e30f);
    assertThat(tensor.cast(DType.F64).at(0)).isEqualTo((double) 0.1f);
    assertThat(tensor.cast(DType.F64).cast(DType.F32).toFloats()).containsExactly(0.1f, 1e30f);
    assertThat(tensor.cast(DType.F64).cast(DType.F16).at(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(tensor.cast(DType.F32)).isSameAs(tensor);
  }

  @Test
  void packsTwoNibblesIntoAByteTheLowerFirst() {
    Tensor packed = Tensor.ofLongs(Shape.of(1, 4), 1, 2, 15, 0).cast(DType.U4);
    assertThat(packed.data().toArray(ValueLayout.JAVA_BYTE)).containsExactly(0x21, 0x0F);
    assertThat(packed.toFloats()).containsExactly(1, 2, 15, 0);
  }
}
