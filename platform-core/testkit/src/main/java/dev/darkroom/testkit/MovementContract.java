package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Reshaping, reordering, joining and cutting, of every element type.
public interface MovementContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> reshapes() {
    return Stream.of(
            List.of(6L, 4L),
            List.of(-1L),
            List.of(0L, -1L),
            List.of(0L, 0L, 2L, -1L),
            List.of(1L, 2L, 1L, -1L, 3L),
            List.of(2L, 3L, 4L))
        .map(Movement.Reshape::new)
        .map(op -> dynamicTest(op.toString(), () -> checkReshape(op)));
  }

  private void checkReshape(Movement.Reshape op) {
    Tensor x = Samples.floats(51, 2, 3, 4);
    Tensor result = Trial.apply(this, op, x);
    Trial.close(this, result.reshape(x.shape()), Grid.of(x));
  }

  @Test
  default void reshapesToAndFromOneNumber() {
    Tensor x = Samples.vector(5);
    Trial.check(this, new Movement.Reshape(List.of()), Grid.of(Shape.of(), 5), x);
    Tensor scalar = Tensor.scalar(5f);
    Trial.check(this, new Movement.Reshape(List.of(1L, 1L)), Grid.of(Shape.of(1, 1), 5), scalar);
    Trial.check(this, new Movement.Reshape(List.of(-1L)), Grid.of(Shape.of(1), 5), scalar);
  }

  @TestFactory
  default Stream<DynamicTest> movementsOfEachType() {
    return SourceContract.TYPES.stream()
        .flatMap(dtype ->
            Stream.of(
                dynamicTest("reshape like " + dtype, () -> checkReshapeLike(dtype)),
                dynamicTest("expand like " + dtype, () -> checkExpandLike(dtype)),
                dynamicTest("transpose " + dtype, () -> checkTranspose(dtype)),
                dynamicTest("concat " + dtype, () -> checkConcat(dtype)),
                dynamicTest("slice " + dtype, () -> checkSlice(dtype))));
  }

  private void checkReshapeLike(DType dtype) {
    Tensor x = Samples.of(dtype, 52, 2, 6);
    Tensor reference = Samples.of(DType.F32, 53, 3, 1, 4);
    Grid expected = Grid.of(x.reshape(reference.shape()));
    Trial.check(this, new Movement.ReshapeLike(), expected, x, reference);
  }

  private void checkExpandLike(DType dtype) {
    Tensor x = Samples.of(dtype, 54, 3, 1);
    Tensor reference = Samples.of(DType.I64, 55, 2, 3, 4);
    Grid input = Grid.of(x);
    Grid expected = Grid.fill(reference.shape(), input::broadcast);
    Trial.check(this, new Movement.ExpandLike(), expected, x, reference);
  }

  private void checkTranspose(DType dtype) {
    Tensor x = Samples.of(dtype, 56, 2, 3, 4);
    Grid input = Grid.of(x);
    Grid expected = Grid.fill(Shape.of(4, 2, 3), index -> input.at(index[1], index[2], index[0]));
    Trial.check(this, new Movement.Transpose(List.of(2, 0, 1)), expected, x);
  }

  private void checkConcat(DType dtype) {
    Tensor a = Samples.of(dtype, 57, 2, 1, 3);
    Tensor b = Samples.of(dtype, 58, 2, 4, 3);
    Tensor c = Samples.of(dtype, 59, 2, 0, 3);
    Grid x = Grid.of(a);
    Grid y = Grid.of(b);
    Grid expected =
        Grid.fill(
            Shape.of(2, 5, 3),
            index ->
                index[1] == 0
                    ? x.at(index[0], 0, index[2])
                    : y.at(index[0], index[1] - 1, index[2]));
    Trial.check(this, new Movement.Concat(-2), expected, a, c, b);
    Trial.check(this, new Movement.Concat(1), x, a);
  }

  private void checkSlice(DType dtype) {
    Tensor x = Samples.of(dtype, 60, 3, 5);
    Grid input = Grid.of(x);
    Grid expected = Grid.fill(Shape.of(3, 2), index -> input.at(index[0], index[1] + 1));
    Trial.check(this, new Movement.Slice(-1, 1, 3), expected, x);
  }

  @TestFactory
  default Stream<DynamicTest> transposes() {
    return Stream.of(
            List.of(0),
            List.of(1, 0),
            List.of(0, 2, 1),
            List.of(3, 1, 0, 2),
            List.of(4, 3, 2, 1, 0))
        .map(Movement.Transpose::new)
        .map(op -> dynamicTest(op.toString(), () -> checkTranspose(op)));
  }

  private void checkTranspose(Movement.Transpose op) {
    long[] sizes = Arrays.copyOf(new long[] {2, 3, 1, 5, 4}, op.order().size());
    Tensor x = Samples.floats(61, sizes);
    Grid input = Grid.of(x);
    Shape shape = Shape.of(op.order().stream().mapToLong(axis -> sizes[axis]).toArray());
    Grid expected =
        Grid.fill(
            shape,
            index -> {
              long[] source = new long[index.length];
              for (int i = 0; i < index.length; i++) {
                source[op.order().get(i)] = index[i];
              }
              return input.at(source);
            });
    Trial.check(this, op, expected, x);
  }

  @Test
  default void slicesCountFromTheEndAndAreCut() {
    Tensor x = Samples.vector(0, 1, 2, 3, 4);
    long rest = Long.MAX_VALUE;
    Trial.check(this, new Movement.Slice(0, -2, rest), Grid.of(Shape.of(2), 3, 4), x);
    Trial.check(this, new Movement.Slice(0, 3, rest), Grid.of(Shape.of(2), 3, 4), x);
    Trial.check(this, new Movement.Slice(0, -9, -3), Grid.of(Shape.of(2), 0, 1), x);
    Trial.check(this, new Movement.Slice(-1, 4, 99), Grid.of(Shape.of(1), 4), x);
    Trial.check(this, new Movement.Slice(0, 3, 2), Grid.of(Shape.of(0)), x);
  }

  @Test
  default void emptyTensorsMove() {
    Tensor x = Samples.floats(62, 2, 0, 3);
    Trial.check(this, new Movement.Transpose(List.of(1, 2, 0)), Grid.of(Shape.of(0, 3, 2)), x);
    Trial.check(this, new Movement.Reshape(List.of(2L, 0L)), Grid.of(Shape.of(2, 0)), x);
  }

  @TestFactory
  default Stream<DynamicTest> padding() {
    return Stream.of(DType.F32, DType.I64, DType.I32)
        .map(dtype -> dynamicTest(dtype.name(), () -> checkPad(dtype)));
  }

  private void checkPad(DType dtype) {
    Tensor x = Samples.of(dtype, 63, 2, 3);
    Grid input = Grid.of(x);
    Grid expected =
        Grid.fill(
            Shape.of(3, 6),
            index ->
                index[0] < 2 && index[1] >= 1 && index[1] < 4
                    ? input.at(index[0], index[1] - 1)
                    : -7);
    Trial.check(this, new Movement.Pad(List.of(0L, 1L), List.of(1L, 2L), -7), expected, x);
  }
}
