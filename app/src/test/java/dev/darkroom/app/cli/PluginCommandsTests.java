package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.shelf.WaveJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// The life of an installed plug-in, by commands.
@ParameterizedClass
@EnumSource
class PluginCommandsTests {

  @TempDir static Path folder;
  private static Path first;
  private static Path second;
  private static Path failing;
  private static Path dependant;

  @Parameter PluginTrial.Place place;
  private PluginTrial trial;

  @BeforeAll
  static void pack() throws IOException {
    first = WaveJar.of("1.0.0").build(folder);
    second = WaveJar.of("2.0.0").build(folder);
    failing = WaveJar.failing("3.0.0").build(folder);
    dependant = WaveJar.dependant().build(folder);
  }

  @BeforeEach
  void open() throws IOException {
    trial = PluginTrial.open(place);
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void isInstalledUpdatedDisabledRolledBackAndRemoved() {
    assertThat(trial.done("list").out()).contains("No plug-in is installed");
    assertThat(trial.done("install", first, "--yes").lines())
        .containsExactly("acme-wave 1.0.0 is ACTIVE: schedule.wave");
    assertThat(Outcome.of("schedules").out()).contains("acme-wave 1.0.0");
    assertThat(trial.done("update", second, "--yes").lines())
        .containsExactly("acme-wave 2.0.0 is ACTIVE: schedule.wave");
    assertThat(Outcome.of("schedules").out()).contains("acme-wave 2.0.0");
    assertThat(trial.done("disable", "acme-wave").out()).contains("2.0.0 is DISABLED");
    assertThat(Outcome.of("schedules").out()).doesNotContain("acme-wave");
    assertThat(trial.done("rollback", "acme-wave").out()).contains("1.0.0 is DISABLED");
    assertThat(trial.done("enable", "acme-wave").lines())
        .containsExactly("acme-wave 1.0.0 is ACTIVE.");
    assertThat(Outcome.of("schedules").out()).contains("acme-wave 1.0.0");
    assertThat(trial.done("remove", "acme-wave").lines()).containsExactly("acme-wave is removed.");
    assertThat(Outcome.of("schedules").out()).doesNotContain("acme-wave");
    assertThat(trial.done("list").out()).contains("No plug-in is installed");
  }

  @Test
  void listAndInfoTellOfIt() {
    trial.done("install", first, "--yes");
    trial.done("install", second, "--yes");
    assertThat(trial.done("list").lines())
        .anyMatch(line -> line.matches("acme-wave +2\\.0\\.0 +ACTIVE +schedule\\.wave"));
    JsonNode row = trial.done("list", "--json").json().get("plugins").get(0);
    assertThat(row.get("state").asString()).isEqualTo("ACTIVE");
    assertThat(row.get("provides").get(0).asString()).isEqualTo("schedule.wave");
    assertThat(trial.done("info", "acme-wave").out())
        .contains("acme-wave 2.0.0", "ACTIVE", "schedule.wave", "Before", "1.0.0", "sha256:");
    JsonNode info = trial.done("info", "acme-wave", "--json").json();
    assertThat(info).isEqualTo(row);
    assertThat(info.get("previous").get(0).get("version").asString()).isEqualTo("1.0.0");
    assertThat(info.get("release").get("source").asString()).isEqualTo(second.toString());
  }

  @Test
  void changesAreToldAsJson() {
    assertThat(trial.done("install", first, "--yes", "--json").json().get("state").asString())
        .isEqualTo("ACTIVE");
    assertThat(trial.done("disable", "acme-wave", "--json").json().get("state").asString())
        .isEqualTo("DISABLED");
  }

  @Test
  void aDryRunTellsWhatWouldHappenAndChangesNothing() {
    Outcome asked = trial.done("install", first, "--dry-run");
    assertThat(asked.out())
        .contains("acme-wave 1.0.0", "sha256:", "unsigned", "acme.wave.Wave", "Consent");
    JsonNode plan = trial.done("install", first, "--dry-run", "--json").json();
    assertThat(plan.get("plugin").get("id").asString()).isEqualTo("acme-wave");
    assertThat(plan.get("plugin").get("sha256").asString()).hasSize(64);
    assertThat(plan.get("consent")).isNotEmpty();
    assertThat(plan.get("problems")).isEmpty();
    assertThat(trial.done("list").out()).contains("No plug-in is installed");
    trial.done("install", first, "--yes");
    JsonNode update = trial.done("update", second, "--dry-run", "--json").json();
    assertThat(update.get("replaces").asString()).isEqualTo("1.0.0");
    assertThat(trial.done("list").out()).contains("1.0.0").doesNotContain("2.0.0");
  }

  @Test
  void aDryRunTellsWhyItWouldNotWork() {
    Outcome text = trial.plugins("install", dependant, "--dry-run");
    assertThat(text.code()).isEqualTo(2);
    assertThat(text.out()).containsPattern("Problem +.*acme-wave");
    Outcome json = trial.plugins("install", dependant, "--dry-run", "--json");
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.json().get("problems")).isNotEmpty();
    trial.refused(
        2,
        List.of("acme-surf 1.0.0 cannot be installed", "acme-wave"),
        "install",
        dependant,
        "--yes");
  }

  @Test
  void anUpdateThatCannotBeStartedChangesNothing() {
    trial.done("install", first, "--yes");
    trial.refused(2, List.of("nothing was changed", "no water"), "update", failing, "--yes");
    assertThat(trial.done("list").out()).contains("1.0.0", "ACTIVE").doesNotContain("3.0.0");
  }

  @Test
  void whatOthersRequireStaysAndWhatTheyRequireIsNamed() {
    trial.done("install", first, "--yes");
    trial.done("install", dependant, "--yes");
    trial.refused(2, List.of("required by acme-surf", "Remove or disable"), "remove", "acme-wave");
    trial.done("disable", "acme-wave");
    assertThat(trial.done("list").out())
        .containsPattern("acme-surf +1\\.0\\.0 +[A-Z]+ +.*acme-wave");
    trial.refused(2, List.of("acme-surf 1.0.0 is", "acme-wave"), "enable", "acme-surf");
    Outcome json = trial.plugins("enable", "acme-surf", "--json");
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.json().get("reason").asString()).contains("acme-wave");
  }

  @Test
  void safeModeLeavesItAside() {
    trial.done("install", first, "--yes");
    assertThat(trial.done("list", "--safe").out()).contains("DISABLED", "safe mode");
    assertThat(Outcome.of("schedules", "--safe").out()).doesNotContain("acme-wave");
    trial.done("remove", "acme-wave", "--safe");
    assertThat(trial.done("list").out()).contains("No plug-in is installed");
  }
}
