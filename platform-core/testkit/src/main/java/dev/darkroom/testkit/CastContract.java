package dev.darkroom.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Elementwise.Cast;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Conversions between element types.
public interface CastContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> castsBetweenAllTypes() {
    return SourceContract.TYPES.stream()
        .flatMap(from -> SourceContract.TYPES.stream().map(to -> castCase(from, to)));
  }

  private DynamicTest castCase(DType from, DType to) {
    Tensor x = Samples.longs(0, 1, 5, 100).cast(from);
    Grid numbers = Grid.of(x);
    Grid expected =
        Grid.fill(
            x.shape(),
            index -> {
              double number = numbers.at(index);
              return to == DType.BOOL ? (number == 0 ? 0 : 1) : number;
            });
    return dynamicTest(from + " to " + to, () -> Trial.check(this, new Cast(to), expected, x));
  }

  @TestFactory
  default Stream<DynamicTest> fractionsAreCutOff() {
    Tensor x = Samples.vector(-2.9f, -0.5f, 0.5f, 1.5f, 2.9f);
    return Stream.of(DType.I64, DType.I32, DType.I8)
        .map(dtype ->
            dynamicTest(
                dtype.name(),
                () -> Trial.check(this, new Cast(dtype), Grid.of(Shape.of(5), -2, 0, 0, 1, 2), x)));
  }

  @Test
  default void anythingButZeroIsTrue() {
    Trial.check(
        this,
        new Cast(DType.BOOL),
        Grid.of(Shape.of(4), 1, 0, 1, 1),
        Samples.vector(-0.25f, 0, 0.5f, 3));
  }
}
