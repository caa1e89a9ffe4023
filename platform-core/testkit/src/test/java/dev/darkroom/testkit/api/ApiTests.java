package dev.darkroom.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the exported packages of the core and the testkit against `baseline.jar`, the interfaces that
/// plug-ins in the world were built with. `-Ddarkroom.api=renew` writes them anew instead.
final class ApiTests {

  private static final Path SOURCE =
      Path.of("platform-core/testkit/src/test/resources/dev/darkroom/testkit/api/baseline.jar");

  @TempDir Path folder;

  @Test
  void nothingThatPluginsWereBuiltWithIsBroken() throws IOException {
    List<ModuleReference> modules =
        Stream.of("dev.darkroom.core", "dev.darkroom.testkit").map(ApiTests::module).toList();
    Path now = ApiJar.write(folder.resolve("now.jar"), modules);
    if ("renew".equals(System.getProperty("darkroom.api"))) {
      Files.copy(now, SOURCE, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    Path old = folder.resolve("old.jar");
    try (InputStream in = ApiTests.class.getResourceAsStream("baseline.jar")) {
      Files.copy(in, old);
    }
    assertThat(ApiBreaks.between(old, now))
        .as(
            "what breaks plug-ins. Keep the old form beside the new one; or, if the break is meant,"
                + " raise the version of the interfaces and renew the baseline with"
                + " -Ddarkroom.api=renew")
        .isEmpty();
  }

  /// A module as it is shipped: without the classes of these tests, which run inside of it.
  private static ModuleReference module(String name) {
    Path home =
        ModuleLayer.boot()
            .configuration()
            .findModule(name)
            .flatMap(module -> module.reference().location())
            .map(Path::of)
            .orElseThrow();
    return ModuleFinder.of(home).find(name).orElseThrow();
  }
}
