package dev.darkroom.backend.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTests {

  private final NativeLibraries libraries = NativeLibraries.ofThisPlatform();

  @TempDir Path cache;

  @Test
  void librariesAreUnpackedOnce() throws IOException {
    Path folder = libraries.unpacked(cache);
    Path library = folder.resolve(System.mapLibraryName("onnxruntime"));
    Files.setLastModifiedTime(library, FileTime.fromMillis(1000));
    assertThat(libraries.unpacked(cache)).isEqualTo(folder);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(FileTime.fromMillis(1000));
    assertThat(folder.getFileName().toString()).contains(libraries.version());
  }

  @Test
  void theVersionIsKnown() {
    assertThat(libraries.version()).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void racingProcessesLeaveOneCompleteFolder() throws IOException {
    List<Path> folders =
        IntStream.range(0, 4).parallel().mapToObj(_ -> unpackedQuietly()).distinct().toList();
    assertThat(folders).hasSize(1);
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left).containsExactly(folders.getFirst());
    }
    try (Stream<Path> files = Files.list(folders.getFirst())) {
      assertThat(files).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private Path unpackedQuietly() {
    try {
      return libraries.unpacked(cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
