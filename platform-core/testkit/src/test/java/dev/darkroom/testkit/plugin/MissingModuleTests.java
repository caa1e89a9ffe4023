package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Modules that are not there, and packages that are there twice.
final class MissingModuleTests extends SharedTrial {

  @Test
  void aLibraryThatIsNotInTheJar() throws IOException {
    Path library = WavePlugin.library(folder, "1.0");
    assertThat(trial.refusal(WavePlugin.usingLibrary("acme-lacking").against(library)))
        .contains("acme-lacking 1.0.0 cannot be installed")
        .contains("The module acme.lacking needs the module acme.lib, which is not there")
        .contains("META-INF/darkroom/lib/", "`requires`");
  }

  @Test
  void aModuleOfJavaThatThisProgramWasStartedWithout() throws IOException {
    String module = moduleOutside();
    ExtensionJar plugin =
        ExtensionJar.plugin("acme-odd", "1.0.0")
            .source("module-info.java", "module acme.odd { requires %s; }".formatted(module));
    assertThat(trial.refusal(plugin))
        .contains("acme.odd needs the module %s, which is not there".formatted(module))
        .contains("It is Java's own", "DARKROOM_JAVA_OPTS=--add-modules=" + module);
  }

  private static String moduleOutside() {
    return ModuleFinder.ofSystem().findAll().stream()
        .map(ModuleReference::descriptor)
        .filter(module -> ModuleLayer.boot().findModule(module.name()).isEmpty())
        .filter(module -> !module.isAutomatic())
        .map(module -> module.name())
        .sorted()
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPackageInTwoModules() throws IOException {
    ExtensionJar plugin =
        WavePlugin.withLibrary("acme-split", WavePlugin.library(folder, "1.0"))
            .with(
                ExtensionJar.library("other-1.0")
                    .source("module-info.java", "module acme.other {}")
                    .source("acme/lib/Other.java", "package acme.lib; final class Other {}")
                    .build(folder));
    assertThat(trial.refusal(plugin))
        .contains("The package acme.lib is in both modules", "acme.other")
        .contains("Put each package into one jar only");
  }

  @Test
  void aPackageThatAJarWithoutModuleInfoSharesWithTheProgram() throws IOException {
    ExtensionJar plugin =
        ExtensionJar.plugin("acme-shared", "1.0.0")
            .entry("tools/jackson/core/Own.class", JarEdit.emptyClass());
    assertThat(trial.refusal(plugin))
        .contains("acme-shared 1.0.0 cannot be installed", "tools.jackson.core")
        .contains("module-info");
  }

  @Test
  void aClassOfALibraryThatAJarWithoutModuleInfoNeeds() throws IOException {
    Path library = WavePlugin.library(folder, "1.0");
    ExtensionJar plugin =
        ExtensionJar.plugin("acme-lacking", "1.0.0")
            .source(
                WavePlugin.path("acme.lacking"),
                WavePlugin.schedule(
                    "acme.lacking", "schedule.lacking", "acme.lib.Lib.version()", ""))
            .entry(
                "META-INF/services/dev.darkroom.core.spi.ScheduleProvider",
                "acme.lacking.Wave".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .against(library);
    assertThat(trial.refusal(plugin))
        .contains("acme-lacking 1.0.0 cannot be started, and nothing was changed")
        .contains("acme.lib.Lib", "put the library that holds it into META-INF/darkroom/lib/");
  }
}
