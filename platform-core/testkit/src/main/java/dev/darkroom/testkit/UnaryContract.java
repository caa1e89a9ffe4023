package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Functions of one number.
public interface UnaryContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> unaryFunctionsOfFloats() {
    Tensor x =
        Samples.vector(
            -88, -3.7f, -2.5f, -1.5f, -1, -0.5f, -0.25f, 0, 0.25f, 0.5f, 1, 1.5f, 2.5f, 3.7f, 88);
    return floatKinds().map(kind -> dynamicTest(kind.name(), () -> checkUnary(kind, x)));
  }

  @TestFactory
  default Stream<DynamicTest> unaryFunctionsOfManyShapes() {
    Stream<long[]> shapes =
        Stream.of(
            new long[] {},
            new long[] {1},
            new long[] {0, 3},
            new long[] {3, 5},
            new long[] {2, 1, 7},
            new long[] {2, 3, 5, 7},
            new long[] {1, 2, 1, 3, 5});
    return shapes.map(sizes ->
        dynamicTest(
            Arrays.toString(sizes), () -> checkUnary(Unary.Kind.TANH, Samples.floats(4, sizes))));
  }

  @TestFactory
  default Stream<DynamicTest> unaryFunctionsOfIntegers() {
    return Stream.of(Unary.Kind.NEG, Unary.Kind.ABS, Unary.Kind.SIGN)
        .flatMap(kind ->
            Stream.of(DType.I64, DType.I32)
                .map(dtype ->
                    dynamicTest(
                        kind + " " + dtype,
                        () -> checkUnary(kind, Samples.longs(-7, -1, 0, 3).cast(dtype)))));
  }

  private static Stream<Unary.Kind> floatKinds() {
    return Arrays.stream(Unary.Kind.values()).filter(kind -> kind != Unary.Kind.NOT);
  }

  private void checkUnary(Unary.Kind kind, Tensor x) {
    Grid input = Grid.of(x);
    Grid expected = Grid.fill(x.shape(), index -> Formulas.unary(kind, input.at(index)));
    Trial.check(this, new Unary(kind), expected, x);
  }

  @Test
  default void notOfTruthValues() {
    checkUnary(Unary.Kind.NOT, Samples.bools(0, 1, 1));
  }

  @Test
  default void roundGoesToTheEvenOfTwoNeighbours() {
    Tensor x = Samples.vector(-2.5f, -1.5f, -0.5f, 0.5f, 1.5f, 2.5f, 0.49999997f);
    Trial.check(this, new Unary(Unary.Kind.ROUND), Grid.of(Shape.of(7), -2, -2, 0, 0, 2, 2, 0), x);
  }

  @Test
  default void errorFunctionAtKnownPoints() {
    Tensor x = Samples.vector(0.5f, 1, 2, -1);
    Grid known =
        Grid.of(
            Shape.of(4),
            0.520499877813046538,
            0.842700792949714869,
            0.995322265018952734,
            -0.842700792949714869);
    Trial.check(this, new Unary(Unary.Kind.ERF), known, x);
  }

  @Test
  default void integersBeyondFloatsStayExact() {
    long large = (1L << 53) + 1;
    Tensor result = Trial.apply(this, new Unary(Unary.Kind.NEG), Samples.longs(large, -large));
    assertThat(result.toLongs()).containsExactly(-large, large);
  }

  @TestFactory
  default Stream<DynamicTest> notANumberStaysOne() {
    List<Unary.Kind> kinds =
        List.of(Unary.Kind.NEG, Unary.Kind.ABS, Unary.Kind.EXP, Unary.Kind.SQRT, Unary.Kind.SIN);
    return kinds.stream()
        .map(
            kind -> dynamicTest(kind.name(), () -> checkUnary(kind, Samples.vector(Float.NaN, 1))));
  }

  @TestFactory
  default Stream<DynamicTest> infinities() {
    Tensor x = Samples.vector(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    return Stream.of(
            Unary.Kind.NEG,
            Unary.Kind.ABS,
            Unary.Kind.EXP,
            Unary.Kind.RECIPROCAL,
            Unary.Kind.TANH,
            Unary.Kind.SIGMOID)
        .map(kind -> dynamicTest(kind.name(), () -> checkUnary(kind, x)));
  }
}
