package dev.darkroom.backend.tf;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.DeviceMemoryException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weights;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TensorflowGraphTests {

  private static final Weights NONE =
      name -> {
        throw new AssertionError("no weight is needed, asked for " + name);
      };

  private Backend backend;

  @BeforeEach
  void open() {
    backend = OpenDevice.cpu();
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void whatTheEngineRefusesAtRunTimeNamesTheGraph() {
    GraphBuilder g = new GraphBuilder();
    Value data = g.input("data", DType.F32, Dim.of(3));
    Value index = g.input("index", DType.I64, Dim.of(1));
    g.output("y", g.gather(data, 0, index));
    CompiledGraph graph = compile(g.build());
    Map<String, Tensor> inputs =
        Map.of("data", Tensor.of(Shape.of(3), 1, 2, 3), "index", Tensor.ofLongs(Shape.of(1), 9));
    assertThatThrownBy(() -> graph.run(inputs))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("powers");
  }

  @Test
  void aResultThatFitsNoMemoryIsReportedAsSuch() {
    GraphBuilder g = new GraphBuilder();
    Value rows = g.input("rows", DType.F32, Dim.named("height"), Dim.of(1));
    Value columns = g.input("columns", DType.F32, Dim.of(1), Dim.named("width"));
    g.output("y", g.add(rows, columns));
    CompiledGraph graph = compile(g.build());
    long size = 1 << 23;
    Tensor column = Tensor.allocate(DType.F32, Shape.of(size, 1));
    Map<String, Tensor> inputs =
        Map.of("rows", column, "columns", column.reshape(Shape.of(1, size)));
    assertThatThrownBy(() -> graph.run(inputs))
        .isInstanceOf(DeviceMemoryException.class)
        .hasMessageContaining("smaller");
  }

  private CompiledGraph compile(Graph graph) {
    return backend.compile(graph, NONE, CompileOptions.of("powers"));
  }
}
