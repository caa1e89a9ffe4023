package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Inputs that do not fit are refused before anything is computed, and the graph can be run again.
public interface InputContract extends BackendSubject {

  @Test
  default void aMissingInputIsRefused() {
    refused("y", Map.of("x", Samples.floats(1, 2, 3)));
  }

  @Test
  default void anUnknownInputIsRefused() {
    refused(
        "z",
        Map.of("x", Samples.floats(1, 2, 3), "y", Samples.floats(2, 2, 3), "z", Samples.vector(1)));
  }

  @Test
  default void anotherElementTypeIsRefused() {
    refused(
        "y", Map.of("x", Samples.floats(1, 2, 3), "y", Samples.floats(2, 2, 3).cast(DType.I64)));
    refused(
        "y", Map.of("x", Samples.floats(1, 2, 3), "y", Samples.floats(2, 2, 3).cast(DType.F16)));
  }

  @Test
  default void anotherFixedSizeIsRefused() {
    refused("y", Map.of("x", Samples.floats(1, 2, 3), "y", Samples.floats(2, 2, 4)));
  }

  @Test
  default void anotherRankIsRefused() {
    refused("y", Map.of("x", Samples.floats(1, 2, 3), "y", Samples.floats(2, 6)));
  }

  @Test
  default void oneNameWithTwoSizesIsRefused() {
    refused("y", Map.of("x", Samples.floats(1, 2, 3), "y", Samples.floats(2, 4, 3)));
    refused("y", Map.of("x", Samples.floats(1, 2, 3), "y", Samples.floats(2, 1, 3)));
  }

  private void refused(String field, Map<String, Tensor> inputs) {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, Dim.named("batch"), Dim.of(3));
    Value y = g.input("y", DType.F32, Dim.named("batch"), Dim.of(3));
    g.output("result", g.add(x, y));
    Graph graph = g.build();
    try (Backend backend = Trial.open(this);
        CompiledGraph compiled = Trial.compile(backend, graph)) {
      InvalidRequestException refusal =
          catchThrowableOfType(InvalidRequestException.class, () -> compiled.run(inputs));
      assertThat(refusal).as("refusal of " + inputs).isNotNull();
      assertThat(refusal.field()).isEqualTo(field);
      Tensor fits = Tensor.of(Shape.of(1, 3), 1, 2, 3);
      Tensor result = Trial.output(compiled.run(Map.of("x", fits, "y", fits)), "result");
      Trial.close(this, result, Grid.of(Shape.of(1, 3), 2, 4, 6));
    }
  }
}
