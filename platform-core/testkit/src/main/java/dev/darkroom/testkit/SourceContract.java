package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Inputs, weights and constants, and what outputs may name.
public interface SourceContract extends BackendSubject {

  /// The element types that graphs compute with.
  List<DType> TYPES = List.of(DType.F32, DType.I64, DType.I32, DType.I8, DType.U8, DType.BOOL);

  @TestFactory
  default Stream<DynamicTest> constantsOfEachType() {
    return TYPES.stream()
        .flatMap(dtype ->
            Stream.of(new long[] {}, new long[] {1}, new long[] {2, 3})
                .map(sizes -> Samples.of(dtype, 1, sizes)))
        .map(constant -> dynamicTest(constant.toString(), () -> checkConstant(constant)));
  }

  private void checkConstant(Tensor constant) {
    GraphBuilder g = new GraphBuilder();
    g.output("result", g.constant(constant));
    Tensor result = Trial.result(this, g.build(), Map.of());
    assertThat(result.dtype()).isEqualTo(constant.dtype());
    Trial.close(this, result, Grid.of(constant));
  }

  @TestFactory
  default Stream<DynamicTest> outputsThatAreInputs() {
    return TYPES.stream()
        .map(dtype -> Samples.of(dtype, 2, 3, 2))
        .map(tensor -> dynamicTest(tensor.toString(), () -> checkInput(tensor)));
  }

  private void checkInput(Tensor tensor) {
    GraphBuilder g = new GraphBuilder();
    g.output("result", g.input("x", Type.of(tensor.dtype(), tensor.shape())));
    Tensor result = Trial.result(this, g.build(), Map.of("x", tensor));
    assertThat(result.dtype()).isEqualTo(tensor.dtype());
    Trial.close(this, result, Grid.of(tensor));
  }

  @Test
  default void outputThatIsAWeight() {
    GraphBuilder g = new GraphBuilder();
    g.output("result", g.weight("w", 2, 3));
    Tensor w = Samples.floats(3, 2, 3);
    var outputs = Trial.run(this, g.build(), MemoryWeights.of(Map.of("w", w)), Map.of());
    Trial.close(this, Trial.output(outputs, "result"), Grid.of(w));
  }

  @Test
  default void oneValueUnderTwoNames() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", Type.of(DType.F32, Shape.of(2)));
    Value negative = g.unary(Unary.Kind.NEG, x);
    g.output("first", negative);
    g.output("second", negative);
    g.output("third", x);
    g.output("fourth", x);
    Tensor tensor = Samples.vector(1, 2);
    var outputs = Trial.run(this, g.build(), MemoryWeights.NONE, Map.of("x", tensor));
    assertThat(outputs).containsOnlyKeys("first", "second", "third", "fourth");
    for (String name : List.of("first", "second")) {
      Trial.close(this, Trial.output(outputs, name), Grid.of(Shape.of(2), -1, -2));
    }
    for (String name : List.of("third", "fourth")) {
      Trial.close(this, Trial.output(outputs, name), Grid.of(tensor));
    }
  }

  @Test
  default void inputThatNothingReads() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", Type.of(DType.F32, Shape.of(2)));
    g.input("unused", Type.of(DType.I64, Shape.of(3)));
    g.output("result", g.mul(x, 2));
    Tensor result =
        Trial.result(
            this, g.build(), Map.of("x", Samples.vector(1, 2), "unused", Samples.longs(1, 2, 3)));
    Trial.close(this, result, Grid.of(Shape.of(2), 2, 4));
  }

  @Test
  default void resultsBelongToTheCaller() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", Type.of(DType.F32, Shape.of(2)));
    g.output("result", g.mul(x, 2));
    List<Tensor> results = new ArrayList<>();
    try (var backend = Trial.open(this);
        var graph = Trial.compile(backend, g.build())) {
      for (float number : new float[] {1, 5}) {
        Tensor tensor = Samples.vector(number, number + 1);
        results.add(Trial.output(graph.run(Map.of("x", tensor)), "result"));
      }
    }
    Trial.close(this, results.getFirst(), Grid.of(Shape.of(2), 2, 4));
    Trial.close(this, results.getLast(), Grid.of(Shape.of(2), 10, 12));
  }
}
