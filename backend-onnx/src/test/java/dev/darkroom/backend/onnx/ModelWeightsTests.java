package dev.darkroom.backend.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.FileSlice;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.Weights;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelWeightsTests {

  private static final Tensor MATRIX = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);

  @TempDir Path folder;

  @Test
  void weightsAreReadAtTheirOffsetInTheFile() throws IOException {
    assertThat(product(stored(MATRIX, "model.safetensors", 24))).containsExactly(14, 32);
  }

  @Test
  void offsetsNeedNoAlignment() throws IOException {
    assertThat(product(stored(MATRIX, "model.safetensors", 4099))).containsExactly(14, 32);
  }

  @Test
  void linksToFilesElsewhereAreFollowed() throws IOException {
    Path blobs = Files.createDirectories(folder.resolve("blobs"));
    Path snapshot = Files.createDirectories(folder.resolve("snapshots/1"));
    Weight weight = stored(MATRIX, "blobs/0a1b", 16);
    Path link = Files.createSymbolicLink(snapshot.resolve("model"), blobs.resolve("0a1b"));
    assertThat(product(new Stored("w", MATRIX, new FileSlice(link, 16, 24))))
        .containsExactly(14, 32);
    assertThat(weight.slice()).isPresent();
  }

  @Test
  void otherFloatTypesAreWidened() throws IOException {
    for (DType dtype : new DType[] {DType.F16, DType.BF16, DType.F64}) {
      assertThat(product(stored(MATRIX.cast(dtype), dtype + ".bin", 8)))
          .as("%s in a file", dtype)
          .containsExactly(14, 32);
      assertThat(product(new Stored("w", MATRIX.cast(dtype), null)))
          .as("%s in memory", dtype)
          .containsExactly(14, 32);
    }
  }

  @Test
  void computedWeightsAreHandedOver() throws IOException {
    Weight doubled =
        stored(MATRIX, "model.safetensors", 8)
            .map(DType.F32, MATRIX.shape(), tensor -> tensor.times(2));
    assertThat(product(doubled)).containsExactly(28, 64);
  }

  @Test
  void theEngineKeepsItsOwnCopyOfComputedWeights() {
    Tensor table = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    GraphBuilder g = new GraphBuilder();
    var x = g.input("x", DType.F32, Dim.of(3));
    g.output("y", g.add(x, g.weight("table", 2, 3)));
    Weights weights = Map.of("table", (Weight) new Stored("table", table, null))::get;
    try (Backend backend = OpenDevice.cpu();
        CompiledGraph sum = backend.compile(g.build(), weights, CompileOptions.of("sum"))) {
      table.data().fill((byte) 0);
      Tensor ones = Tensor.of(Shape.of(3), 1, 1, 1);
      assertThat(sum.run(Map.of("x", ones)).get("y").toFloats()).containsExactly(2, 3, 4, 5, 6, 7);
    }
  }

  @Test
  void aWeightOfAnotherShapeIsRefused() {
    Weight weight = new Stored("w", MATRIX.reshape(Shape.of(3, 2)), null);
    assertThatThrownBy(() -> product(weight))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContainingAll("layer.weight", "[3, 2]", "[2, 3]");
  }

  @Test
  void aFileThatIsGoneIsNamed() throws IOException {
    Weight weight = stored(MATRIX, "model.safetensors", 8);
    Files.delete(folder.resolve("model.safetensors"));
    assertThatThrownBy(() -> product(weight))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("model.safetensors");
  }

  private static float[] product(Weight weight) {
    GraphBuilder g = new GraphBuilder();
    var x = g.input("x", DType.F32, Dim.named("rows"), Dim.of(3));
    g.output("y", g.apply(new Linear(), x, g.weight("layer.weight", 2, 3)));
    Graph graph = g.build();
    Weights weights = Map.of("layer.weight", weight)::get;
    try (Backend backend = OpenDevice.cpu();
        CompiledGraph compiled = backend.compile(graph, weights, CompileOptions.of("product"))) {
      Tensor rows = Tensor.of(Shape.of(1, 3), 1, 2, 3);
      return compiled.run(Map.of("x", rows)).get("y").toFloats();
    }
  }

  private Weight stored(Tensor tensor, String name, int offset) throws IOException {
    byte[] bytes = tensor.data().toArray(ValueLayout.JAVA_BYTE);
    byte[] file = new byte[offset + bytes.length + 5];
    System.arraycopy(bytes, 0, file, offset, bytes.length);
    Path path = Files.write(folder.resolve(name), file);
    return new Stored("w", tensor, new FileSlice(path, offset, bytes.length));
  }

  private record Stored(String name, Tensor read, @Nullable FileSlice place) implements Weight {
    @Override
    public DType dtype() {
      return read.dtype();
    }

    @Override
    public Shape shape() {
      return read.shape();
    }

    @Override
    public Optional<FileSlice> slice() {
      return Optional.ofNullable(place);
    }
  }
}
