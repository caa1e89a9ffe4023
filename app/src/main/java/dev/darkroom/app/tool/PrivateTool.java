package dev.darkroom.app.tool;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// A tool whose libraries cannot be modules: it is loaded for each run, from a folder of its own, and
/// nothing of it stays.
///
/// @param name as [ToolProvider] has it
/// @param folder with its jars
public record PrivateTool(String name, Path folder) {

  /// A tool that comes with this program.
  ///
  /// @param folder its name beside the jar of this program
  /// @return empty if this program was not started from Darkroom's folder
  public static Optional<PrivateTool> find(String name, String folder) {
    Module own = PrivateTool.class.getModule();
    return Optional.ofNullable(own.getLayer())
        .flatMap(layer -> layer.configuration().findModule(own.getName()))
        .map(ResolvedModule::reference)
        .flatMap(ModuleReference::location)
        .map(jar -> Path.of(jar).resolveSibling(folder))
        .filter(Files::isDirectory)
        .map(jars -> new PrivateTool(name, jars));
  }

  /// Runs the tool.
  ///
  /// @return its exit code
  /// @throws UncheckedIOException if its jars cannot be read
  /// @throws IllegalStateException if it is not among them
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    try (OwnLibraries loader = new OwnLibraries(name, jars())) {
      return ServiceLoader.load(ToolProvider.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.name().equals(name))
          .findFirst()
          .orElseThrow(() ->
              new IllegalStateException(
                  "There is no tool %s in %s. Install Darkroom again.".formatted(name, folder)))
          .run(out, err, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URL[] jars() throws IOException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        jars.add(file.toUri().toURL());
      }
    }
    return jars.toArray(URL[]::new);
  }
}
