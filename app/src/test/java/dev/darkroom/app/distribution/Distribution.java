package dev.darkroom.app.distribution;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The assembled folder, as the build left it in `darkroom.distribution`.
final class Distribution {

  static final Path FOLDER = Path.of(System.getProperty("darkroom.distribution"));

  private Distribution() {}

  /// Our own modules by name: those among the jars, and the testkit, which is published but no part of
  /// the folder.
  static List<ModuleReference> modules() {
    return ModuleFinder.compose(ModuleFinder.of(FOLDER.resolve("lib")), testkit())
        .findAll()
        .stream()
        .filter(module -> module.descriptor().name().startsWith("dev.darkroom."))
        .sorted(Comparator.comparing(module -> module.descriptor().name()))
        .toList();
  }

  private static ModuleFinder testkit() {
    return ModuleFinder.of(
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.contains("testkit"))
            .map(Path::of)
            .toArray(Path[]::new));
  }
}
