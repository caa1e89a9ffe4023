package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.info.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Private copies that somebody laid hands on.
final class ModifiedCopyTests {

  private static final String WAVE = "acme-wave";

  @TempDir private Path folder;
  private TrialHost trial;
  private Path copy;

  @BeforeEach
  void open() throws IOException {
    trial = new TrialHost(folder);
    String sha256 =
        trial
            .install(WavePlugin.withLibrary(WAVE, WavePlugin.library(folder, "1.0")))
            .release()
            .sha256();
    copy = trial.plugins().resolve("store").resolve(sha256);
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void theUsersOwnFileMayGo() throws IOException {
    Files.delete(folder.resolve("acme-wave-1.0.0.jar"));
    trial.restart();
    assertThat(trial.state(WAVE)).isEqualTo(PluginState.ACTIVE);
  }

  @Test
  void aChangedJarIsNotStarted() throws IOException {
    JarEdit.change(copy.resolve("acme-wave-1.0.0.jar"), "acme/wave/Wave.class", JarEdit::firstHalf);
    trial.restart();
    requireModified("acme-wave-1.0.0.jar");
  }

  @Test
  void aChangedLibraryIsNotStarted() throws IOException {
    Files.copy(
        WavePlugin.library(folder, "2.0"),
        Files.createDirectories(copy.resolve("lib")).resolve("acme-lib-2.0.jar"));
    trial.restart();
    requireModified("lib/acme-lib-2.0.jar");
  }

  @Test
  void aMissingLibraryIsNotStarted() throws IOException {
    Files.delete(copy.resolve("lib/acme-lib-1.0.jar"));
    trial.restart();
    requireModified("lib/acme-lib-1.0.jar");
  }

  @Test
  void aMissingCopyIsNotStarted() throws IOException {
    Files.move(copy, folder.resolve("elsewhere"));
    trial.restart();
    requireModified("acme-wave-1.0.0.jar");
  }

  @Test
  void verifyFindsItInARunningProcess() throws IOException {
    Files.delete(copy.resolve("lib/acme-lib-1.0.jar"));
    assertThat(trial.state(WAVE)).isEqualTo(PluginState.ACTIVE);
    trial.host().verify();
    requireModified("lib/acme-lib-1.0.jar");
  }

  @Test
  void installingItAgainPutsItRight() throws IOException {
    Files.delete(copy.resolve("lib/acme-lib-1.0.jar"));
    trial.restart();
    requireModified("lib/acme-lib-1.0.jar");
    trial.install(folder.resolve("acme-wave-1.0.0.jar"));
    assertThat(trial.title("schedule.acme-wave")).isEqualTo("1.0");
    assertThat(copy.resolveSibling("")).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void whatADeadProcessLeftBehindGoesWhenTheNextOneStarts() throws IOException {
    Path half = Files.createDirectories(copy.resolveSibling(".new-half"));
    Files.writeString(half.resolve("copy.jar"), "half");
    trial.restart();
    assertThat(half).doesNotExist();
    assertThat(trial.state(WAVE)).isEqualTo(PluginState.ACTIVE);
  }

  private void requireModified(String file) {
    assertThat(trial.state(WAVE)).isEqualTo(PluginState.MODIFIED);
    assertThat(trial.reason(WAVE)).contains("changed since it was installed", file, "Install it");
  }
}
