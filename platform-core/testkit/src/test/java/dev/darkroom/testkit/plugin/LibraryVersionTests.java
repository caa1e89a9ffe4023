package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several versions of one library in one process: each plug-in calls its own, or it is told why not.
final class LibraryVersionTests {

  @TempDir private Path folder;
  private TrialHost trial;

  @BeforeEach
  void open() throws IOException {
    trial = new TrialHost(folder);
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void twoPluginsUseTwoVersionsSideBySide() throws IOException {
    trial.install(WavePlugin.withLibrary("acme-old", library("1.0")));
    trial.install(WavePlugin.withLibrary("acme-fresh", library("2.0")));
    assertThat(trial.title("schedule.acme-old")).isEqualTo("1.0");
    assertThat(trial.title("schedule.acme-fresh")).isEqualTo("2.0");
  }

  @Test
  void theLibraryOfARequiredPluginIsUsed() throws IOException {
    trial.install(WavePlugin.withLibrary("acme-base", library("1.0")));
    trial.install(upon("acme-base"));
    assertThat(trial.title("schedule.acme-top")).isEqualTo("1.0");
  }

  @Test
  void onesOwnLibraryWinsOverThatOfARequiredPlugin() throws IOException {
    trial.install(WavePlugin.withLibrary("acme-base", library("1.0")));
    trial.install(
        WavePlugin.withLibrary("acme-top", library("2.0")).field("requires", "acme-base"));
    assertThat(trial.title("schedule.acme-base")).isEqualTo("1.0");
    assertThat(trial.title("schedule.acme-top")).isEqualTo("2.0");
  }

  /// Java would take that of the first and never mention the other. The libraries' descriptors tell no
  /// version, so that only their bytes differ.
  @Test
  void twoRequiredPluginsWithTwoVersionsAreAQuestionToTheAuthor() throws IOException {
    trial.install(WavePlugin.withLibrary("acme-one", library("1.0")));
    trial.install(WavePlugin.withLibrary("acme-two", library("2.0")));
    assertThat(trial.refusal(upon("acme-one; acme-two")))
        .contains("acme-top 1.0.0 cannot be installed")
        .contains("acme.top needs the module acme.lib, and there are several")
        .contains("in the plug-in acme-one", "in the plug-in acme-two")
        .contains("Put the one that is meant into META-INF/darkroom/lib/");
    trial.install(
        WavePlugin.withLibrary("acme-top", library("2.0")).field("requires", "acme-one; acme-two"));
    assertThat(trial.title("schedule.acme-top")).isEqualTo("2.0");
  }

  @Test
  void twoRequiredPluginsWithTheSameLibraryAreNone() throws IOException {
    Path library = library("1.0");
    trial.install(WavePlugin.withLibrary("acme-one", library));
    trial.install(WavePlugin.withLibrary("acme-two", library));
    trial.install(upon("acme-one; acme-two"));
    assertThat(trial.title("schedule.acme-top")).isEqualTo("1.0");
  }

  @Test
  void aLibraryThatARequiredPluginHandsOnCannotBeThereInAnotherVersion() throws IOException {
    trial.install(handingOn("acme-base", library("1.0")));
    ExtensionJar top =
        ExtensionJar.plugin("acme-top", "1.0.0")
            .field("requires", "acme-base")
            .source("module-info.java", TOP_ON_BASE)
            .source(
                WavePlugin.path("acme.top"),
                WavePlugin.schedule("acme.top", "schedule.acme-top", "acme.lib.Lib.version()", ""));
    Path base = handingOn("acme-base", library("1.0")).build(folder);
    assertThat(trial.refusal(top.against(base).with(library("2.0"))))
        .contains("acme.top would see the module acme.lib more than once: its own, and")
        .contains("the plug-in acme-base. Leave it out of META-INF/darkroom/lib/");
  }

  @Test
  void twoRequiredPluginsCannotHandOnTwoVersions() throws IOException {
    trial.install(handingOn("acme-one", library("1.0")));
    trial.install(handingOn("acme-two", library("2.0")));
    ExtensionJar top =
        ExtensionJar.plugin("acme-top", "1.0.0")
            .field("requires", "acme-one; acme-two")
            .source("module-info.java", "module acme.top { requires acme.one; requires acme.two; }")
            .against(library("1.0"))
            .against(handingOn("acme-one", library("1.0")).build(folder))
            .against(handingOn("acme-two", library("1.0")).build(folder));
    assertThat(trial.refusal(top))
        .contains("acme.top would see the module acme.lib more than once")
        .contains("the plug-in acme-one, the plug-in acme-two", "Require one of them only");
  }

  private static final String TOP_ON_BASE =
      WavePlugin.module(
          "acme.top", "requires dev.darkroom.core; requires acme.base; requires acme.lib;");

  /// One whose users see its library, too.
  private static ExtensionJar handingOn(String id, Path library) {
    String module = id.replace('-', '.');
    String text =
        WavePlugin.module(module, "requires dev.darkroom.core; requires transitive acme.lib;");
    return WavePlugin.withLibrary(id, library).source("module-info.java", text);
  }

  /// One that has no library of its own.
  private ExtensionJar upon(String required) throws IOException {
    return WavePlugin.usingLibrary("acme-top").field("requires", required).against(library("1.0"));
  }

  private Path library(String version) throws IOException {
    return WavePlugin.library(folder, version);
  }
}
