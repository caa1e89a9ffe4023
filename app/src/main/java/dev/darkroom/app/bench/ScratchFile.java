package dev.darkroom.app.bench;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A large file in a folder of its own that goes away with [#close()], with the process, or, if that is
/// killed, when the next one is made.
///
/// @param path the file; not there yet
public record ScratchFile(Path path) implements AutoCloseable {

  /// Holds the number of the process that the folder belongs to.
  private static final Pattern NAME = Pattern.compile("bench-(\\d{1,18})-.*");

  /// @param parent where the folder is made
  /// @param bytes the room that the file needs
  /// @throws InvalidRequestException if there is not so much room
  public static ScratchFile create(Path parent, long bytes) {
    try {
      Files.createDirectories(parent);
      long room = Files.getFileStore(parent).getUsableSpace();
      if (room < bytes) {
        throw new InvalidRequestException(
            "model-shape",
            "needs %,d bytes in %s, where %,d are free; make room or set XDG_CACHE_HOME."
                .formatted(bytes, parent, room));
      }
      removeLeftovers(parent);
      Path folder =
          Files.createTempDirectory(parent, "bench-" + ProcessHandle.current().pid() + "-");
      Path file = folder.resolve("weights.safetensors");
      // the folder first: what is marked last goes first
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return new ScratchFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write in " + parent, e);
    }
  }

  /// Removes the folders of processes that were killed.
  private static void removeLeftovers(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "bench-*")) {
      for (Path folder : folders) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          delete(folder);
        }
      }
    }
  }

  @Override
  public void close() {
    delete(path.resolveSibling(""));
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inner) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
