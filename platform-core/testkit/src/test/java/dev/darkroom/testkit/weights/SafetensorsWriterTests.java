package dev.darkroom.testkit.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.file.AtomicFile;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.SafetensorsFile;
import dev.darkroom.core.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsWriterTests {

  @TempDir Path folder;

  private static Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("mask", Tensor.of(Shape.of(3), 1, 0, 1).cast(DType.BOOL));
    tensors.put("half", Tensor.of(Shape.of(1, 3), 0.5f, -2, 7).cast(DType.F16));
    tensors.put("x \"é\"", Tensor.of(Shape.of(2, 2), 1, 2, 3, 4));
    tensors.put("scalar", Tensor.scalar(-9L));
    tensors.put("empty", Tensor.of(Shape.of(0, 4)));
    return tensors;
  }

  @Test
  void writesWhatTheReaderReads() {
    Path path = folder.resolve("out.safetensors");
    SafetensorsWriter.write(path, tensors(), Map.of("format", "pt"));
    SafetensorsFile file = SafetensorsFile.open(path);

    assertThat(file.metadata()).isEqualTo(Map.of("format", "pt"));
    assertThat(file.weights()).hasSize(5);
    tensors()
        .forEach((name, tensor) -> {
          Tensor read = file.weight(name).read();
          assertThat(read.dtype()).isEqualTo(tensor.dtype());
          assertThat(read.shape()).isEqualTo(tensor.shape());
          assertThat(read.data().mismatch(tensor.data())).isEqualTo(-1);
          long width = Math.max(1, tensor.dtype().bits() / 8);
          assertThat(file.weight(name).slice().orElseThrow().offset() % width).isZero();
        });
  }

  @Test
  void writesTheSameBytesInWhateverOrderTheTensorsCome() throws IOException {
    Map<String, Tensor> reversed = new LinkedHashMap<>();
    tensors().entrySet().stream()
        .sorted(Map.Entry.<String, Tensor>comparingByKey().reversed())
        .forEach(entry -> reversed.put(entry.getKey(), entry.getValue()));
    SafetensorsWriter.write(folder.resolve("a"), tensors());
    SafetensorsWriter.write(folder.resolve("b"), reversed);
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
  }

  @Test
  void refusesPackedNumbers() {
    Tensor packed = Tensor.allocate(DType.U4, Shape.of(2));
    assertThatThrownBy(() -> SafetensorsWriter.write(folder.resolve("a"), Map.of("p", packed)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("p: safetensors files hold no U4");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesAPlaceThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    for (Path place : new Path[] {folder.resolve("no/out"), file.resolve("out"), folder}) {
      assertThatThrownBy(() -> SafetensorsWriter.write(place, tensors()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("output: ")
          .hasMessageContaining(place.toString());
    }
  }

  @Test
  void leavesTheOldFileAndNoRemainsWhenWritingFails() throws IOException {
    Path target = Files.writeString(folder.resolve("kept.txt"), "old");
    assertThatThrownBy(() ->
            AtomicFile.write(
                target,
                channel -> {
                  channel.write(ByteBuffer.allocate(100));
                  throw new IOException("disk full");
                }))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("kept.txt")
        .hasMessageContaining("disk full");
    assertThat(target).hasContent("old");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(target);
    }
    AtomicFile.write(target, new byte[] {'n', 'e', 'w'});
    assertThat(target).hasContent("new");
  }
}
