package dev.darkroom.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder among the system's temporary ones that goes away, with all that is in it, on closing.
public record ScratchFolder(Path path) implements AutoCloseable {

  /// @param purpose what its name begins with
  public static ScratchFolder make(String purpose) {
    try {
      return new ScratchFolder(Files.createTempDirectory("darkroom-" + purpose + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
