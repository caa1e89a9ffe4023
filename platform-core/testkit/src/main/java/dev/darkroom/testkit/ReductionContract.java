package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Reduction.ArgMax;
import dev.darkroom.core.ir.Reduction.CumulativeSum;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Sums, means, extremes, where they stand, and running sums.
public interface ReductionContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> reductionsOfFloats() {
    List<List<Integer>> axes =
        List.of(
            List.of(), List.of(0), List.of(-1), List.of(1, 2), List.of(-1, 0), List.of(0, 1, 2, 3));
    return Arrays.stream(Reduce.Kind.values())
        .flatMap(kind -> axes.stream().map(chosen -> new Reduce(kind, chosen)))
        .map(op ->
            dynamicTest(op.toString(), () -> checkReduce(op, Samples.floats(41, 2, 3, 5, 4))));
  }

  @TestFactory
  default Stream<DynamicTest> reductionsOfIntegers() {
    return Stream.of(DType.I64, DType.I32)
        .flatMap(dtype ->
            Stream.of(Reduce.Kind.SUM, Reduce.Kind.MAX, Reduce.Kind.MIN)
                .map(kind -> new Reduce(kind, List.of(-2)))
                .map(op ->
                    dynamicTest(
                        op + " " + dtype, () -> checkReduce(op, Samples.of(dtype, 42, 2, 3, 4)))));
  }

  @Test
  default void reductionsOfOneNumber() {
    for (Reduce.Kind kind : Reduce.Kind.values()) {
      checkReduce(new Reduce(kind, List.of(0)), Samples.floats(43, 1));
      checkReduce(new Reduce(kind, List.of(0, 1, 2, 3, 4)), Samples.floats(43, 1, 1, 1, 1, 1));
    }
  }

  @Test
  default void sumOfNothingIsZero() {
    Reduce sum = new Reduce(Reduce.Kind.SUM, List.of(0));
    Trial.check(this, sum, Grid.of(Shape.of(1, 2), 0, 0), Samples.floats(44, 0, 2));
  }

  @Test
  default void longSumsStayExact() {
    Tensor x = Tensor.allocate(DType.F32, Shape.of(1, 30000)).map(_ -> 1.0);
    Trial.check(this, new Reduce(Reduce.Kind.SUM, List.of(-1)), Grid.of(Shape.of(1, 1), 30000), x);
    Trial.check(this, new Reduce(Reduce.Kind.MEAN, List.of(-1)), Grid.of(Shape.of(1, 1), 1), x);
  }

  private void checkReduce(Reduce op, Tensor x) {
    Grid input = Grid.of(x);
    long[] sizes = x.shape().sizes();
    for (int axis : op.axes()) {
      sizes[axis < 0 ? axis + sizes.length : axis] = 1;
    }
    Trial.check(this, op, Grid.fill(Shape.of(sizes), index -> reduced(op, input, sizes, index)), x);
  }

  private static double reduced(Reduce op, Grid x, long[] sizes, long[] target) {
    Shape one = Shape.of(sizes);
    double[] seen =
        IntStream.range(0, x.count())
            .filter(i -> Arrays.equals(folded(x.shape(), one, i), target))
            .mapToDouble(i -> x.at(i))
            .toArray();
    return switch (op.kind()) {
      case SUM -> Arrays.stream(seen).sum();
      case MEAN -> Arrays.stream(seen).sum() / seen.length;
      case MAX -> Arrays.stream(seen).max().orElseThrow();
      case MIN -> Arrays.stream(seen).min().orElseThrow();
    };
  }

  private static long[] folded(Shape from, Shape to, int position) {
    long[] index = new long[from.rank()];
    for (int axis = 0; axis < index.length; axis++) {
      index[axis] = to.size(axis) == 1 ? 0 : position / from.strides()[axis] % from.size(axis);
    }
    return index;
  }

  @TestFactory
  default Stream<DynamicTest> argMax() {
    return Stream.of(DType.F32, DType.I64, DType.I32)
        .map(dtype -> dynamicTest(dtype.name(), () -> checkArgMax(dtype)));
  }

  private void checkArgMax(DType dtype) {
    Tensor x = Tensor.of(Shape.of(2, 3), 1, 5, 5, -1, -3, -1).cast(dtype);
    Trial.check(this, new ArgMax(-1), Grid.of(Shape.of(2, 1), 1, 0), x);
    Trial.check(this, new ArgMax(0), Grid.of(Shape.of(1, 3), 0, 0, 0), x);
  }

  @TestFactory
  default Stream<DynamicTest> cumulativeSums() {
    return Stream.of(DType.F32, DType.I64, DType.I32)
        .map(dtype -> dynamicTest(dtype.name(), () -> checkCumulativeSum(dtype)));
  }

  private void checkCumulativeSum(DType dtype) {
    Tensor x = Tensor.of(Shape.of(2, 3), 1, 2, 3, -4, 5, 6).cast(dtype);
    Trial.check(this, new CumulativeSum(-1), Grid.of(Shape.of(2, 3), 1, 3, 6, -4, 1, 7), x);
    Trial.check(this, new CumulativeSum(0), Grid.of(Shape.of(2, 3), 1, 2, 3, -3, 7, 9), x);
  }
}
