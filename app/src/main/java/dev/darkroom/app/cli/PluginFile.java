package dev.darkroom.app.cli;

import dev.darkroom.app.maven.MavenFetch;
import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The jar of a plug-in that the user named.
///
/// @param fetched the folder that it was fetched to, which goes away on closing; empty for the user's own
///     file
record PluginFile(Path jar, Optional<Path> fetched) implements AutoCloseable {

  /// Fetches what is no file and has the form of Maven coordinates.
  ///
  /// @param name of a file, or `GROUP:ARTIFACT:VERSION`
  /// @param progress is told of every file that is fetched
  /// @throws InvalidRequestException if it cannot be fetched
  static PluginFile of(String name, MavenFetch.Versions versions, PrintWriter progress) {
    Optional<Path> file = path(name);
    if (MavenFetch.isCoordinates(name) && file.filter(Files::exists).isEmpty()) {
      return fetch(name, versions, progress);
    }
    return new PluginFile(
        file.orElseThrow(() ->
            new InvalidRequestException(
                "plugin", "\"%s\" is no name of a file. Name a plug-in's jar.".formatted(name))),
        Optional.empty());
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static PluginFile fetch(
      String coordinates, MavenFetch.Versions versions, PrintWriter progress) {
    Path folder;
    try {
      folder = Files.createTempDirectory("darkroom-fetch-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Path jar = MavenFetch.ofUser().fetch(coordinates, folder, versions, progress);
      return new PluginFile(jar, Optional.of(folder));
    } catch (InvalidRequestException e) {
      delete(folder);
      throw e;
    }
  }

  @Override
  public void close() {
    fetched.ifPresent(PluginFile::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
