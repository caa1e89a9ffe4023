package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Elementwise.Binary;
import dev.darkroom.core.ir.Elementwise.Select;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Functions of two numbers, the choice between two, and how operands broadcast.
public interface BinaryContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> arithmeticOnFloats() {
    Tensor a = Samples.vector(-3, -1.5f, 0.5f, 2, 7, 1);
    Tensor b = Samples.vector(2, 2, 3, -1, 0.5f, 0);
    return arithmetic().map(kind -> dynamicTest(kind.name(), () -> checkBinary(kind, a, b)));
  }

  @TestFactory
  default Stream<DynamicTest> arithmeticOnIntegers() {
    return Stream.of(DType.I64, DType.I32)
        .flatMap(dtype -> arithmetic().map(kind -> integers(kind, dtype)));
  }

  private DynamicTest integers(Binary.Kind kind, DType dtype) {
    Tensor a = Samples.longs(-7, 7, -2, 5, 0).cast(dtype);
    Tensor b = Samples.longs(2, 2, 3, 1, 4).cast(dtype);
    return dynamicTest(kind + " " + dtype, () -> checkBinary(kind, a, b));
  }

  @Test
  default void integerDivisionRoundsTowardsZero() {
    Tensor a = Samples.longs(-7, 7, -7, 7, -1);
    Tensor b = Samples.longs(2, -2, -2, 2, 2);
    Trial.check(this, new Binary(Binary.Kind.DIV), Grid.of(Shape.of(5), -3, -3, 3, 3, 0), a, b);
  }

  @TestFactory
  default Stream<DynamicTest> logic() {
    Tensor a = Samples.bools(0, 0, 1, 1);
    Tensor b = Samples.bools(0, 1, 0, 1);
    return Stream.of(Binary.Kind.AND, Binary.Kind.OR)
        .map(kind -> dynamicTest(kind.name(), () -> checkBinary(kind, a, b)));
  }

  private static Stream<Binary.Kind> arithmetic() {
    return Stream.of(Binary.Kind.values())
        .filter(kind -> kind != Binary.Kind.AND && kind != Binary.Kind.OR);
  }

  @TestFactory
  default Stream<DynamicTest> broadcasting() {
    return Stream.of(
            pair(new long[] {}, new long[] {}),
            pair(new long[] {}, new long[] {2, 3}),
            pair(new long[] {3}, new long[] {2, 3}),
            pair(new long[] {2, 1}, new long[] {1, 3}),
            pair(new long[] {4, 1, 1}, new long[] {2, 4, 3, 5}),
            pair(new long[] {2, 3, 1, 1, 2}, new long[] {4, 5, 1}),
            pair(new long[] {0, 3}, new long[] {3}))
        .map(pair ->
            dynamicTest(
                pair[0] + " - " + pair[1], () -> checkBinary(Binary.Kind.SUB, pair[0], pair[1])));
  }

  private static Tensor[] pair(long[] a, long[] b) {
    return new Tensor[] {Samples.floats(5, a), Samples.floats(6, b)};
  }

  private void checkBinary(Binary.Kind kind, Tensor a, Tensor b) {
    Grid x = Grid.of(a);
    Grid y = Grid.of(b);
    boolean whole = !a.dtype().isFloating();
    Grid expected =
        Grid.fill(
            common(a, b),
            index -> {
              double exact = Formulas.binary(kind, x.broadcast(index), y.broadcast(index));
              return whole ? (long) exact : exact;
            });
    Trial.check(this, new Binary(kind), expected, a, b);
  }

  private static Shape common(Tensor a, Tensor b) {
    Type left = Type.of(a.dtype(), a.shape());
    Type right = Type.of(b.dtype(), b.shape());
    return Shape.of(
        Type.broadcast(left, right).stream()
            .mapToLong(dim -> Long.parseLong(dim.toString()))
            .toArray());
  }

  @Test
  default void divisionByZeroAndInfinity() {
    float infinity = Float.POSITIVE_INFINITY;
    Tensor a = Samples.vector(1, -1, 0, infinity, Float.NaN);
    Tensor b = Samples.vector(0, 0, 0, infinity, 1);
    checkBinary(Binary.Kind.DIV, a, b);
    checkBinary(Binary.Kind.SUB, a, b);
  }

  @TestFactory
  default Stream<DynamicTest> selection() {
    return Stream.of(DType.F32, DType.I64, DType.I32, DType.U8, DType.BOOL)
        .map(dtype -> dynamicTest(dtype.name(), () -> checkSelect(dtype)));
  }

  private void checkSelect(DType dtype) {
    Tensor condition = Samples.of(DType.BOOL, 7, 4, 1);
    Tensor a = Samples.of(dtype, 8, 2, 1, 3);
    Tensor b = Samples.of(dtype, 9, 1);
    Grid c = Grid.of(condition);
    Grid x = Grid.of(a);
    Grid y = Grid.of(b);
    Grid expected =
        Grid.fill(Shape.of(2, 4, 3), index -> (c.broadcast(index) != 0 ? x : y).broadcast(index));
    Trial.check(this, new Select(), expected, condition, a, b);
  }

  @Test
  default void selectionDoesNotMixInTheOtherBranch() {
    Tensor condition = Samples.bools(1, 0);
    Tensor a = Samples.vector(1, Float.NaN);
    Tensor b = Samples.vector(Float.NEGATIVE_INFINITY, 2);
    Trial.check(this, new Select(), Grid.of(Shape.of(2), 1, 2), condition, a, b);
  }
}
