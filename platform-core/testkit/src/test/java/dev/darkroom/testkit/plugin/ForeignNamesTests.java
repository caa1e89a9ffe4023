package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Plug-ins that use names of Darkroom or of Java for themselves.
final class ForeignNamesTests extends SharedTrial {

  @Test
  void theNameOfTheCore() throws IOException {
    assertThat(trial.refusal(pluginModule("dev.darkroom.core")))
        .contains("a module named dev.darkroom.core, which is part of this program")
        .contains("rename it");
  }

  @Test
  void theNameOfAnotherModuleOfOurs() throws IOException {
    assertThat(trial.refusal(pluginModule("dev.darkroom.testkit")))
        .contains("a module named dev.darkroom.testkit, which is part of this program");
  }

  @Test
  void theNameOfAModuleOfJava() throws IOException {
    assertThat(trial.refusal(pluginModule("java.sql"))).contains("a module named java.sql");
  }

  private static ExtensionJar pluginModule(String name) {
    return ExtensionJar.plugin("acme-thief", "1.0.0")
        .source("module-info.java", "module %s { exports acme.thief; }".formatted(name))
        .source("acme/thief/Thief.java", "package acme.thief; public final class Thief {}");
  }

  @Test
  void ourModuleAsALibrary() throws IOException {
    Path core =
        ExtensionJar.library("darkroom-core-9")
            .source("module-info.java", "module dev.darkroom.core {}")
            .build(folder);
    ExtensionJar plugin =
        WavePlugin.of("1.0.0")
            .entry("META-INF/darkroom/lib/darkroom-core-9.jar", Files.readAllBytes(core));
    assertThat(trial.refusal(plugin))
        .contains("a module named dev.darkroom.core", "Leave it out of META-INF/darkroom/lib/");
  }

  @Test
  void aPackageOfTheCore() throws IOException {
    assertThat(trial.refusal(pluginPackage("dev.darkroom.core.spi")))
        .contains("the package dev.darkroom.core.spi, which belongs to dev.darkroom.core")
        .contains("Rename the package");
  }

  @Test
  void aPackageBelowTheCoreThatItDoesNotHave() throws IOException {
    assertThat(trial.refusal(pluginPackage("dev.darkroom.core.thief")))
        .contains("dev.darkroom.core.thief, which belongs to dev.darkroom.core");
  }

  @Test
  void aPackageOfJava() throws IOException {
    assertThat(trial.refusal(pluginPackage("java.util")))
        .contains("the package java.util, which belongs to java.base", "Rename the package");
  }

  @Test
  void aPackageThatOnlyJavaMayHave() throws IOException {
    assertThat(trial.refusal(pluginPackage("java.thief")))
        .contains("the package java.thief, which belongs to Java alone", "Rename the package");
  }

  /// The compiler refuses such packages, so the class is one of another package in the wrong place; only
  /// its place counts.
  private static ExtensionJar pluginPackage(String name) {
    return ExtensionJar.plugin("acme-thief", "1.0.0")
        .source("module-info.java", "module acme.thief { exports acme.thief; }")
        .source("acme/thief/Thief.java", "package acme.thief; public final class Thief {}")
        .entry(name.replace('.', '/') + "/Thief.class", JarEdit.emptyClass());
  }
}
