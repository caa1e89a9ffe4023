package dev.darkroom.testkit.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

final class TensorTests {

  private static final Tensor X = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);

  @Test
  void holdsItsNumbersInRows() {
    assertThat(X.at(4)).isEqualTo(5);
    assertThat(X).hasToString("F32 [2, 3]");
    assertThat(X.reshape(Shape.of(3, 2)).toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(X.rows(1, 2).toFloats()).containsExactly(4, 5, 6);
    assertThat(X.rows(1, 1).shape()).isEqualTo(Shape.of(0, 3));
    assertThat(X.rows(0, 1).data().address()).isEqualTo(X.data().address());
    assertThat(Tensor.scalar(2.5f).shape().rank()).isZero();
    assertThat(Tensor.scalar(7L).toLongs()).containsExactly(7);
    assertThat(Tensor.allocate(DType.F32, Shape.of(0, 5)).toFloats()).isEmpty();
    assertThat(Tensor.allocate(DType.I64, Shape.of(2)).toLongs()).containsExactly(0, 0);
    assertThat(Tensor.allocate(DType.U8, Shape.of(3)).data().address() % 64).isZero();
  }

  @Test
  void joinsRows() {
    Tensor joined = Tensor.concat(X, X.rows(0, 1), X.rows(0, 0));
    assertThat(joined.shape()).isEqualTo(Shape.of(3, 3));
    assertThat(joined.toFloats()).containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 3);
    assertIllegal(() -> Tensor.concat(X, X.cast(DType.F16)), "cannot join");
    assertIllegal(() -> Tensor.concat(X, X.reshape(Shape.of(3, 2))), "cannot join");
  }

  @Test
  void cutsRowsOfPackedNumbersAtWholeBytesOnly() {
    Tensor vector = Tensor.ofLongs(Shape.of(4), 1, 2, 3, 4).cast(DType.U4);
    assertThat(vector.rows(2, 4).toLongs()).containsExactly(3, 4);
    assertIllegal(() -> vector.rows(1, 3), "U4 [4]");
    Tensor matrix = vector.reshape(Shape.of(2, 2));
    assertThat(matrix.rows(1, 2).toLongs()).containsExactly(3, 4);
  }

  @Test
  void computesInDoublePrecisionAndRoundsOnce() {
    assertThat(X.plus(X).toFloats()).containsExactly(2, 4, 6, 8, 10, 12);
    assertThat(X.minus(X).toFloats()).containsOnly(0);
    assertThat(X.times(0.5).toFloats()).containsExactly(0.5f, 1, 1.5f, 2, 2.5f, 3);
    assertThat(X.plus(-2, X).toFloats()).containsExactly(-1, -2, -3, -4, -5, -6);
    assertThat(X.map(Math::sqrt).toFloats()[1]).isEqualTo((float) Math.sqrt(2));
    Tensor third = Tensor.scalar(3f);
    assertThat(third.times(1 / 3.0).toFloats()).containsExactly(1);
    assertThat(X.toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertIllegal(() -> Tensor.of(Shape.of(2), 1), "takes 2 values, got 1");
    assertIllegal(() -> X.reshape(Shape.of(7)), "cannot reshape [2, 3] to [7]");
    assertIllegal(() -> X.plus(X.reshape(Shape.of(6))), "shapes differ");
    assertIllegal(() -> X.cast(DType.I64).times(2), "arithmetic needs F32");
    MemorySegment small = Arena.ofAuto().allocate(7);
    assertIllegal(() -> Tensor.of(DType.F32, Shape.of(2), small), "takes 8 bytes");
    assertThatThrownBy(() -> X.at(6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> X.rows(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void knowsItsShape() {
    Shape shape = Shape.of(2, 3, 4);
    assertThat(shape.elements()).isEqualTo(24);
    assertThat(shape.strides()).containsExactly(12, 4, 1);
    assertThat(shape.size(-1)).isEqualTo(4);
    assertThat(shape.with(-1, 5)).isEqualTo(Shape.of(2, 3, 5)).hasToString("[2, 3, 5]");
    assertThat(Shape.of().elements()).isEqualTo(1);
    assertThat(Shape.of(5, 0).elements()).isZero();
    long[] sizes = {1, 2};
    Shape copied = Shape.of(sizes);
    sizes[0] = 9;
    copied.sizes()[1] = 9;
    assertThat(copied).isEqualTo(Shape.of(1, 2)).hasSameHashCodeAs(Shape.of(1, 2));
    assertIllegal(() -> Shape.of(2, -1), "negative size");
    assertThatThrownBy(() -> Shape.of(1L << 40, 1L << 40)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void measuresItsType() {
    assertThat(DType.F16.bytes(3)).isEqualTo(6);
    assertThat(DType.U4.bytes(4)).isEqualTo(2);
    assertThat(DType.BF16.isFloating()).isTrue();
    assertThat(DType.BOOL.isFloating()).isFalse();
    assertThatThrownBy(() -> DType.F64.bytes(Long.MAX_VALUE / 2))
        .isInstanceOf(ArithmeticException.class);
  }

  private static void assertIllegal(Runnable call, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
