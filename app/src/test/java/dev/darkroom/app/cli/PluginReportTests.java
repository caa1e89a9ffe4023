package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.shelf.WaveJar;
import dev.darkroom.app.wire.HostPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Lock files, the check of private copies, and the report of a fault, by commands.
@ParameterizedClass
@EnumSource
class PluginReportTests {

  @TempDir static Path folder;
  private static Path first;
  private static Path second;

  @Parameter PluginTrial.Place place;
  private PluginTrial trial;

  @BeforeAll
  static void pack() throws IOException {
    first = WaveJar.of("1.0.0").build(folder);
    second = WaveJar.of("2.0.0").build(folder);
  }

  @BeforeEach
  void open() throws IOException {
    trial = PluginTrial.open(place);
    trial.done("install", first, "--yes");
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void aLockFileNamesExactlyWhatIsInstalled() throws IOException {
    Path lock = Files.writeString(folder.resolve("plugins.lock"), trial.done("lock").out());
    assertThat(lock).content().matches("acme-wave 1\\.0\\.0 sha256:[0-9a-f]{64}\\R");
    JsonNode line = trial.done("lock", "--json").json().get("plugins").get(0);
    assertThat(lock).content().contains(line.get("sha256").asString());
    assertThat(trial.done("lock", "--check", lock).out()).isEmpty();
    Files.writeString(lock, "# kept with the project\n\n" + Files.readString(lock));
    trial.done("lock", "--check", lock, "--json");
    trial.done("update", second, "--yes");
    trial.refused(
        2,
        List.of(
            "differs from " + lock, "Only in the file: acme-wave 1.0.0", "installed: acme-wave 2"),
        "lock",
        "--check",
        lock);
    Outcome json = trial.plugins("lock", "--check", lock, "--json");
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.json().get("onlyInFile").get(0)).isEqualTo(line);
    assertThat(json.json().get("onlyInstalled").get(0).get("version").asString())
        .isEqualTo("2.0.0");
  }

  @Test
  void lockFilesThatCannotBeReadAreNamed() throws IOException {
    Path none = folder.resolve("none.lock");
    Path odd = Files.writeString(folder.resolve("odd.lock"), "acme-wave 1.0.0\n");
    Path bytes = Files.write(folder.resolve("bytes.lock"), new byte[] {(byte) 0xff, 0});
    trial.refused(
        3,
        List.of("none.lock: there is no such file", "darkroom plugins lock"),
        "lock",
        "--check",
        none);
    trial.refused(3, List.of("bytes.lock"), "lock", "--check", bytes);
    trial.refused(2, List.of("\"acme-wave 1.0.0\" is no line"), "lock", "--check", odd);
  }

  @Test
  void aCopyThatSomebodyChangedIsFound() throws IOException {
    assertThat(trial.done("verify").out()).contains("ACTIVE");
    assertThat(trial.done("verify", "--json").json().get("plugins").get(0).get("state").asString())
        .isEqualTo("ACTIVE");
    Files.write(copy(), new byte[] {1, 2, 3});
    Outcome text = trial.plugins("verify");
    assertThat(text.code()).as(text.err()).isEqualTo(3);
    assertThat(text.out()).contains("MODIFIED");
    Outcome json = trial.plugins("verify", "--json");
    assertThat(json.code()).isEqualTo(3);
    assertThat(json.json().get("plugins").get(0).get("state").asString()).isEqualTo("MODIFIED");
    trial.done("remove", "acme-wave");
    assertThat(trial.done("verify").out()).contains("No plug-in is installed");
  }

  private static Path copy() throws IOException {
    Path plugins = HostPlace.ofUser().data().resolve("plugins");
    try (Stream<Path> files = Files.walk(plugins)) {
      return files.filter(file -> file.endsWith("acme-wave-1.0.0.jar")).findFirst().orElseThrow();
    }
  }

  @Test
  void aDiagnosisTellsOfTheProgramAndOfEveryPlugin() {
    assertThat(trial.done("diagnose").out())
        .contains("interfaces", "Java", Runtime.version().toString())
        .contains(HostPlace.ofUser().data().resolve("plugins").toString())
        .contains("acme-wave 1.0.0", "ACTIVE", "sha256:", "that is gone is held");
    JsonNode report = trial.done("diagnose", "acme-wave", "--json").json();
    assertThat(report.get("program").get("mode").asString()).isEqualTo("NORMAL");
    assertThat(report.get("program").get("java").asString())
        .isEqualTo(Runtime.version().toString());
    assertThat(report.get("plugins").get(0).get("id").asString()).isEqualTo("acme-wave");
    assertThat(report.get("lingering")).isEmpty();
    assertThat(trial.done("diagnose", "--safe").out()).contains("--safe", "DISABLED");
  }

  @Test
  void aFolderThatCannotBeReadIsNamedWithTheWayOut() throws IOException {
    Path plugins = HostPlace.ofUser().data().resolve("plugins");
    Path state;
    try (Stream<Path> files = Files.list(plugins)) {
      state = files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
    Files.writeString(state, "{ half");
    trial.refused(2, List.of(state + " cannot be read", "move it away"), "list");
    trial.refused(2, List.of("cannot be read"), "install", second, "--yes");
    assertThat(trial.plugins("diagnose").code()).isZero();
  }
}
