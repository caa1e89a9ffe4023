package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Elementwise.Compare;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Comparisons, which give truth values.
public interface CompareContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> comparisons() {
    return Arrays.stream(Compare.Kind.values())
        .flatMap(kind ->
            Stream.of(DType.F32, DType.I64, DType.I32)
                .map(dtype -> dynamicTest(kind + " " + dtype, () -> checkCompare(kind, dtype))));
  }

  private void checkCompare(Compare.Kind kind, DType dtype) {
    Tensor a = Tensor.ofLongs(Shape.of(3, 1), -1, 0, 2).cast(dtype);
    Tensor b = Samples.longs(-1, 0, 1, 2).cast(dtype);
    Grid x = Grid.of(a);
    Grid y = Grid.of(b);
    Grid expected =
        Grid.fill(
            Shape.of(3, 4), index -> holds(kind, x.broadcast(index), y.broadcast(index)) ? 1 : 0);
    Trial.check(this, new Compare(kind), expected, a, b);
  }

  private static boolean holds(Compare.Kind kind, double a, double b) {
    return switch (kind) {
      case EQUAL -> a == b;
      case LESS -> a < b;
      case LESS_OR_EQUAL -> a <= b;
    };
  }

  @TestFactory
  default Stream<DynamicTest> nothingComparesWithNotANumber() {
    Tensor a = Samples.vector(Float.NaN, Float.NaN, 1);
    Tensor b = Samples.vector(Float.NaN, 1, Float.NaN);
    return Arrays.stream(Compare.Kind.values())
        .map(kind ->
            dynamicTest(
                kind.name(),
                () -> Trial.check(this, new Compare(kind), Grid.of(Shape.of(3), 0, 0, 0), a, b)));
  }

  @Test
  default void equalityOfTruthValues() {
    Trial.check(
        this,
        new Compare(Compare.Kind.EQUAL),
        Grid.of(Shape.of(3), 1, 0, 1),
        Samples.bools(0, 0, 1),
        Samples.bools(0, 1, 1));
  }
}
