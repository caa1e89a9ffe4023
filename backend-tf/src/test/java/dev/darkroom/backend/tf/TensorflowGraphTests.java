package dev.darkroom.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.error.DeviceMemoryException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weights;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
  void oneGraphServesEverySize() {
    CompiledGraph sum = compile(powers(1));
    for (int size : new int[] {1, 7, 64}) {
      Tensor x = Tensor.allocate(DType.F32, Shape.of(size, size));
      assertThat(sum.run(Map.of("x", x)).get("y").shape()).isEqualTo(x.shape());
    }
  }

  @Test
  void aNamedDimensionIsNormalised() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, Dim.of(1), Dim.named("size"));
    g.output("y", g.apply(new LayerNorm(0), x));
    CompiledGraph norm = compile(g.build());
    Tensor pairs = Tensor.of(Shape.of(1, 4), 1, 1, 3, 3);
    assertThat(norm.run(Map.of("x", pairs)).get("y").toFloats())
        .containsExactly(new float[] {-1, -1, 1, 1}, within(1e-6f));
  }

  @Test
  void aClosedGraphRefusesToRun() {
    CompiledGraph graph = compile(powers(1));
    graph.close();
    graph.close();
    assertThatIllegalStateException().isThrownBy(() -> graph.run(square(2)));
  }

  @Test
  void closingTheBackendClosesItsGraphs() {
    CompiledGraph graph = compile(powers(1));
    backend.close();
    backend.close();
    assertThatIllegalStateException().isThrownBy(() -> graph.run(square(2)));
    assertThatIllegalStateException().isThrownBy(() -> compile(powers(1)));
  }

  @Test
  void closingWaitsForARunUnderWay() throws Exception {
    CompiledGraph graph = compile(powers(40));
    Cancellation started = Cancellation.create();
    CompletableFuture<Tensor> run =
        CompletableFuture.supplyAsync(() -> graph.run(square(700), started).get("y"));
    TimeUnit.MILLISECONDS.sleep(50);
    graph.close();
    try {
      assertThat(run.get().shape()).isEqualTo(Shape.of(700, 700));
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(IllegalStateException.class); // closing came first
    }
  }

  @Test
  void cancellingEndsARunUnderWay() {
    CompiledGraph graph = compile(powers(4000));
    Cancellation cancellation = Cancellation.create();
    CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(cancellation::cancel);
    long start = System.nanoTime();
    assertThatThrownBy(() -> graph.run(square(700), cancellation))
        .isInstanceOf(CancelledException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(graph.run(square(1)).get("y").toFloats()).hasSize(1);
  }

  @Test
  void whatIsCancelledBeforehandDoesNotRun() {
    CompiledGraph graph = compile(powers(1));
    Cancellation cancellation = Cancellation.create();
    cancellation.cancel();
    assertThatThrownBy(() -> graph.run(square(2), cancellation))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void inputsAreCheckedByName() {
    CompiledGraph graph = compile(powers(1));
    assertRefused(graph, Map.of(), "x");
    assertRefused(graph, Map.of("x", Tensor.scalar(1f)), "x");
    assertRefused(graph, Map.of("x", Tensor.ofLongs(Shape.of(1, 1), 1)), "x");
    assertRefused(graph, Map.of("x", Tensor.of(Shape.of(1, 2), 1, 2)), "x");
    assertRefused(graph, Map.of("x", Tensor.of(Shape.of(1, 1), 1), "z", Tensor.scalar(1f)), "z");
  }

  @Test
  void aPrecisionThatTheDeviceLacksIsRefused() {
    CompileOptions half = CompileOptions.of("powers").with(DType.F16);
    assertThatThrownBy(() -> backend.compile(powers(1), NONE, half))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo("precision"));
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

  private static void assertRefused(CompiledGraph graph, Map<String, Tensor> inputs, String field) {
    assertThatThrownBy(() -> graph.run(inputs))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private CompiledGraph compile(Graph graph) {
    return backend.compile(graph, NONE, CompileOptions.of("powers"));
  }

  /// x times itself, over and over.
  private static Graph powers(int count) {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, Dim.named("size"), Dim.named("size"));
    Value y = x;
    for (int i = 0; i < count; i++) {
      y = g.matmul(y, x);
    }
    g.output("y", y);
    return g.build();
  }

  private static Map<String, Tensor> square(int size) {
    return Map.of("x", Tensor.allocate(DType.F32, Shape.of(size, size)));
  }
}
