package dev.darkroom.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weights;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the reference backend says when something is wrong; the contract covers that it says it.
class ReferenceErrorsTests {

  private static final Weights NONE =
      name -> {
        throw new AssertionError(name);
      };

  private final ReferenceBackendProvider provider = new ReferenceBackendProvider();
  private final GraphBuilder g = new GraphBuilder();

  private Map<String, Tensor> run(Map<String, Tensor> inputs) {
    try (var backend = provider.open(Device.cpu(""));
        CompiledGraph compiled = backend.compile(g.build(), NONE, CompileOptions.of("test"))) {
      return compiled.run(inputs);
    }
  }

  @Test
  void aFailedOpIsNamedWithItsPlaceAndShapes() {
    Value table = g.input("table", DType.F32, Dim.of(4), Dim.of(2));
    Value ids = g.input("ids", DType.I64, Dim.named("n"));
    g.label("embeddings.token");
    g.output("rows", g.gather(table, 0, ids));
    Map<String, Tensor> inputs =
        Map.of(
            "table",
            Tensor.allocate(DType.F32, Shape.of(4, 2)),
            "ids",
            Tensor.ofLongs(Shape.of(1), 77));
    assertThatThrownBy(() -> run(inputs))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("Gather")
        .hasMessageContaining("in embeddings.token")
        .hasMessageContaining("F32 [4, 2]")
        .hasMessageContaining("I64 [1]")
        .hasMessageContaining("index 77");
  }

  @Test
  void aNamedDimensionThatIsTooShortIsAnError() {
    Value x = g.input("x", DType.F32, Dim.named("n"));
    g.output("y", g.slice(x, 0, 1, 3));
    assertThat(run(Map.of("x", Tensor.of(Shape.of(3), 1, 2, 3)))).containsKey("y");
    assertThatThrownBy(() -> run(Map.of("x", Tensor.of(Shape.of(2), 1, 2))))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("Slice");
  }

  @Test
  void integersDoNotDivideByZero() {
    Value x = g.input("x", DType.I64, Dim.of(1));
    g.output("y", g.div(x, x));
    assertThatThrownBy(() -> run(Map.of("x", Tensor.ofLongs(Shape.of(1), 0))))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("DIV");
  }

  @Test
  void aRefusedInputSaysWhatIsWanted() {
    g.output("y", g.input("x", DType.F32, Dim.named("batch"), Dim.of(4)));
    Tensor wrong = Tensor.of(Shape.of(1, 3), 1, 2, 3);
    assertThatThrownBy(() -> run(Map.of("x", wrong)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("F32 [1, 3]")
        .hasMessageContaining("F32 [batch, 4]");
    assertThatThrownBy(() -> run(Map.of())).hasMessageContaining("F32 [batch, 4]");
  }

  @Test
  void doublesAreRefusedWhenCompiling() {
    g.output("y", g.input("x", DType.F64, Dim.of(1)));
    assertThatThrownBy(() -> run(Map.of()))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("F64")
        .hasMessageContaining("F32");
  }

  @Test
  void thereIsOneDevice() {
    Device other = new Device("cuda", Availability.yes("a device"));
    assertThatThrownBy(() -> provider.open(other))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("cuda");
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() {
    Value x = g.input("x", DType.F32, Dim.of(33), Dim.of(33));
    g.output("y", g.matmul(x, x));
    Tensor input = Tensor.allocate(DType.F32, Shape.of(33, 33));
    float[] values = input.toFloats();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i);
    }
    Tensor waves = Tensor.of(input.shape(), values);
    float[] one = floats(waves, 1);
    assertThat(floats(waves, 4)).isEqualTo(one);
  }

  private float[] floats(Tensor x, int threads) {
    CompileOptions options = new CompileOptions("test", DType.F32, threads);
    try (var backend = provider.open(Device.cpu(""));
        CompiledGraph compiled = backend.compile(g.build(), NONE, options)) {
      return compiled.run(Map.of("x", x)).values().iterator().next().toFloats();
    }
  }
}
