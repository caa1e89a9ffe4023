package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.shelf.WaveJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What the user agrees to, by commands.
@ParameterizedClass
@EnumSource
class PluginConsentTests {

  private static final String OTHER = "0".repeat(64);

  @TempDir static Path folder;
  private static Path jar;

  @Parameter PluginTrial.Place place;
  private PluginTrial trial;
  private String hash;

  @BeforeAll
  static void pack() throws IOException {
    jar = WaveJar.of("1.0.0").field("permissions", "files, network").build(folder);
  }

  @BeforeEach
  void open() throws IOException {
    trial = PluginTrial.open(place);
    hash =
        trial
            .done("install", jar, "--dry-run", "--json")
            .json()
            .get("plugin")
            .get("sha256")
            .asString();
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void nothingIsInstalledWithoutItAndTheLineSaysHowToGiveIt() {
    List<String> words =
        List.of("acme-wave 1.0.0 needs your consent", "--yes", "--consent " + hash);
    trial.refused(2, words, "install", jar);
    trial.refused(2, words, "install", jar, "--json");
    assertThat(trial.done("list").out()).contains("No plug-in is installed");
  }

  @Test
  void theHashIsReadAsTheDryRunPrintsIt() {
    trial.done("install", jar, "--consent", "sha256:" + hash.toUpperCase(Locale.ROOT));
    assertThat(trial.done("info", "acme-wave").out()).containsPattern("granted +network, files");
  }

  @Test
  void anotherHashIsRefusedWhateverElseIsSaid() {
    List<String> words = List.of("another jar", hash, OTHER);
    trial.refused(2, words, "install", jar, "--consent", OTHER);
    trial.refused(2, words, "install", jar, "--consent", OTHER, "--yes");
    trial.done("install", jar, "--consent", hash);
    trial.done("remove", "acme-wave");
    trial.refused(2, words, "install", jar, "--consent", OTHER);
    assertThat(trial.done("list").out()).contains("No plug-in is installed");
  }

  @Test
  void itIsAskedForOnce() {
    trial.done("install", jar, "--yes");
    trial.done("remove", "acme-wave");
    assertThat(trial.done("install", jar, "--dry-run").out()).doesNotContain("Consent");
    trial.done("install", jar);
  }
}
