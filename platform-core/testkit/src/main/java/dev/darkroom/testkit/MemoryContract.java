package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Memory that a backend gives back.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public interface MemoryContract extends BackendSubject {

  int ROUNDS = 200;

  /// Rounds after which allocators have taken what they go on using.
  int SETTLED = 60;

  /// Less than a quarter of what half of the counted rounds load, so that a backend that keeps one of
  /// four weights is found.
  long GROWTH = 64L << 20;

  /// Each round loads a model of 4 MB. What is kept of every round makes memory grow in both halves of
  /// the counted rounds; allocators take more now and then, but not all the time.
  @Test
  default void roundsOfLoadingAndUnloadingLeaveNothingBehind() {
    int half = (ROUNDS - SETTLED) / 2;
    rounds(SETTLED);
    OptionalLong before = ResidentMemory.bytes();
    rounds(half);
    OptionalLong between = ResidentMemory.bytes();
    rounds(half);
    OptionalLong after = ResidentMemory.bytes();
    if (before.isPresent() && between.isPresent() && after.isPresent()) {
      long first = between.getAsLong() - before.getAsLong();
      long second = after.getAsLong() - between.getAsLong();
      assertThat(Math.min(first, second))
          .as("growth of memory over %d rounds of 4 MB, twice: %d, %d", half, first, second)
          .isLessThan(GROWTH);
    }
  }

  private void rounds(int count) {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", Type.of(DType.F32, Shape.of(1, 1024)));
    g.output("result", g.matmul(x, g.weight("w", 1024, 1024)));
    Graph graph = g.build();
    MemoryWeights weights = MemoryWeights.of(Map.of("w", Samples.floats(132, 1024, 1024)));
    Map<String, Tensor> inputs = Map.of("x", Samples.floats(133, 1, 1024));
    for (int round = 0; round < count; round++) {
      try (Backend backend = Trial.open(this);
          CompiledGraph compiled = Trial.compile(backend, graph, weights)) {
        assertThat(compiled.run(inputs)).containsKey("result");
      }
    }
  }

  @Test
  default void changingSizesLeaveNothingBehind() {
    GraphBuilder g = new GraphBuilder();
    Dim rows = Dim.named("rows");
    Value x = g.input("x", DType.F32, rows, Dim.of(64));
    g.output("result", g.mul(g.matmul(x, g.weight("w", 64, 64)), 2));
    MemoryWeights weights = MemoryWeights.of(Map.of("w", Samples.floats(134, 64, 64)));
    try (Backend backend = Trial.open(this);
        CompiledGraph compiled = Trial.compile(backend, g.build(), weights)) {
      sizes(compiled, 1);
      OptionalLong before = ResidentMemory.bytes();
      for (int round = 0; round < 10; round++) {
        sizes(compiled, round);
      }
      OptionalLong after = ResidentMemory.bytes();
      if (before.isPresent() && after.isPresent()) {
        assertThat(after.getAsLong() - before.getAsLong()).isLessThan(GROWTH);
      }
    }
  }

  private static void sizes(CompiledGraph compiled, int seed) {
    for (int rows : new int[] {1, 1000, 3, 512, 2, 777}) {
      Tensor x = Samples.floats(seed, rows, 64);
      Tensor result = Trial.output(compiled.run(Map.of("x", x)), "result");
      assertThat(result.shape()).isEqualTo(Shape.of(rows, 64));
    }
  }
}
