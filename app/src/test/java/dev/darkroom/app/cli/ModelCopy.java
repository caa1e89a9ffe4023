package dev.darkroom.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The default model in a folder of its own, to be damaged.
record ModelCopy(Path folder) {

  static ModelCopy in(Path folder) throws IOException {
    Path source = Path.of(Outcome.of("models", "info", "--json").json().get("location").asString());
    try (Stream<Path> tree = Files.walk(source)) {
      List<Path> files = tree.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        Path copy = folder.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new ModelCopy(folder);
  }

  byte[] read(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  void write(String file, byte[] contents) throws IOException {
    Files.write(folder.resolve(file), contents);
  }
}
