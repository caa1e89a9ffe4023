package dev.darkroom.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// New plug-ins in a home without a Maven repository, built offline against the assembled folder alone.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class NewPluginTests {

  /// Empty for the first build; the others find there what it took from the folder.
  @TempDir static Path home;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "sampler, SamplerProvider",
    "backend, BackendProvider",
    "processor, ImageProcessor",
    "script, Script",
    "upscaler, Upscaler"
  })
  void buildsAndKeepsTheContractOfItsKind(String kind, String service) throws Exception {
    String name = "my-" + kind;
    Home user = new Home(home, folder);
    user.run("plugins", "new", kind, name).succeeded();
    Path project = folder.resolve(name);
    user.maven(project, "verify").succeeded();
    assertThat(report(project))
        .containsPattern("<testsuite [^>]*tests=\"([6-9]|[1-9]\\d+)\"")
        .containsPattern("<testsuite [^>]*failures=\"0\"");

    Path jar = project.resolve("target").resolve(name + "-0.1.0.jar");
    ModuleDescriptor module =
        ModuleFinder.of(jar).find("com.example.my" + kind).orElseThrow().descriptor();
    assertThat(module.isAutomatic()).isFalse();
    assertThat(module.provides())
        .extracting(ModuleDescriptor.Provides::service)
        .containsExactly("dev.darkroom.core.spi." + service);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertThat(zip.getEntry("META-INF/darkroom/plugin.properties")).isNotNull();
    }
  }

  @Test
  void saysWhatItDoesNotTake() throws Exception {
    Home user = new Home(home, folder);
    assertThat(user.run("plugins", "new", "sampler", "My").err())
        .contains("name: cannot be \"My\"");
    Home.Ended unknown = user.run("plugins", "new", "abacus", "mine");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("abacus", "SAMPLER");
    assertThat(folder).isEmptyDirectory();
  }

  private static String report(Path project) throws IOException {
    Path reports = project.resolve("target/surefire-reports");
    try (var files = Files.list(reports)) {
      Path report =
          files.filter(file -> file.toString().endsWith(".xml")).findFirst().orElseThrow();
      return Files.readString(report);
    }
  }
}
