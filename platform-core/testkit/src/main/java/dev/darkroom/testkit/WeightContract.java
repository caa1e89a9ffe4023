package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// How weights are asked for and read.
public interface WeightContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> weightsStoredInOtherTypes() {
    return Stream.of(DType.F32, DType.F16, DType.BF16, DType.F64)
        .map(dtype -> dynamicTest(dtype.name(), () -> checkStored(dtype)));
  }

  private void checkStored(DType dtype) {
    Tensor stored = Samples.floats(121, 3, 4).cast(dtype);
    Grid w = Grid.of(stored);
    Tensor x = Samples.floats(122, 1, 4);
    Map<String, Tensor> outputs =
        Trial.run(this, scaled(), MemoryWeights.of(Map.of("w", stored)), Map.of("x", x));
    Grid expected = Grid.fill(Shape.of(3, 4), index -> w.at(index) * x.at(index[1]));
    Trial.close(this, Trial.output(outputs, "result"), expected);
  }

  private static Graph scaled() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, Dim.of(1), Dim.of(4));
    g.output("result", g.mul(x, g.weight("w", 3, 4)));
    return g.build();
  }

  @TestFactory
  default Stream<DynamicTest> integerWeights() {
    return Stream.of(DType.I64, DType.I32, DType.U8, DType.BOOL)
        .map(dtype -> dynamicTest(dtype.name(), () -> checkInteger(dtype)));
  }

  private void checkInteger(DType dtype) {
    GraphBuilder g = new GraphBuilder();
    Tensor stored = Samples.of(dtype, 123, 5);
    Value w = g.weight("w", Type.of(dtype, Shape.of(5)));
    g.output("result", g.cast(w, DType.F32));
    Map<String, Tensor> outputs =
        Trial.run(this, g.build(), MemoryWeights.of(Map.of("w", stored)), Map.of());
    Trial.close(this, Trial.output(outputs, "result"), Grid.of(stored));
  }

  @Test
  default void aMissingWeightIsAnError() {
    try (Backend backend = Trial.open(this)) {
      assertThatThrownBy(() -> Trial.compile(backend, scaled(), MemoryWeights.of(Map.of())))
          .isInstanceOf(ModelFormatException.class)
          .hasMessageContaining("w");
    }
  }

  @Test
  default void aWeightOfAnotherShapeIsAnError() {
    try (Backend backend = Trial.open(this)) {
      for (Tensor wrong :
          new Tensor[] {
            Samples.floats(124, 4, 3), Samples.floats(124, 12), Samples.floats(124, 3, 5)
          }) {
        MemoryWeights weights = MemoryWeights.of(Map.of("w", wrong));
        assertThatThrownBy(() -> Trial.compile(backend, scaled(), weights))
            .isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("w")
            .hasMessageContaining(wrong.shape().toString());
      }
    }
  }

  @Test
  default void weightsAreReadOnceAndOneAfterTheOther() {
    int count = 24;
    GraphBuilder g = new GraphBuilder();
    Map<String, Tensor> tensors = new HashMap<>();
    Value sum = g.input("x", DType.F32, Dim.of(1), Dim.of(256));
    for (int i = 0; i < count; i++) {
      String name = "layers." + i;
      Value weight = g.weight(name, 256, 256);
      sum = g.add(g.matmul(sum, weight), g.matmul(sum, weight));
      tensors.put(name, Samples.floats(i, 256, 256).times(1.0 / 64));
    }
    g.output("result", sum);
    MemoryWeights weights = MemoryWeights.of(tensors);
    try (Backend backend = Trial.open(this);
        CompiledGraph compiled = Trial.compile(backend, g.build(), weights)) {
      compiled.run(Map.of("x", Samples.floats(125, 1, 256)));
      assertThat(weights.readsAtOnce()).isEqualTo(1);
      tensors.keySet().forEach(name -> assertThat(weights.reads(name)).as(name).isEqualTo(1));
    }
  }
}
