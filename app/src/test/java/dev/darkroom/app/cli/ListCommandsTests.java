package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.pipeline.RecipeText;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ListCommandsTests {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"backends", "samplers", "schedules", "models list"})
  void namesWhatIsInstalled(String command) {
    Outcome outcome = Outcome.of((Object[]) command.split(" "));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines()).hasSizeGreaterThan(1);
    JsonNode json = Outcome.of((Object[]) (command + " --json").split(" ")).json();
    JsonNode rows = json.iterator().next();
    assertThat(rows).isNotEmpty();
    rows.forEach(row -> assertThat(outcome.out()).contains(row.get("id").asString()));
  }

  @Test
  void describesTheDefaultModel() {
    Outcome outcome = Outcome.of("models", "info");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("family.sd", "text_encoder, unet, vae.decoder");
    JsonNode json = Outcome.of("models", "info", "mini", "--json").json();
    assertThat(json.get("fingerprint").asString()).hasSize(64);
    assertThat(outcome.out()).contains(json.get("fingerprint").asString());
    assertThat(json.get("parts")).hasSize(3);
  }

  @Test
  void doctorFindsThatPicturesCanBeMade() {
    Outcome outcome = Outcome.of("doctor");
    assertThat(outcome.code()).as(outcome.out()).isZero();
    assertThat(outcome.out()).contains("Pictures can be made here.");
    assertThat(Outcome.of("doctor", "--json").json().get("works").asBoolean()).isTrue();
  }

  @Test
  void doctorSaysWhyPicturesCannotBeMade() {
    Outcome outcome = Outcome.of("doctor", "--model", folder.resolve("none"));
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).contains("none", "FAULT", "No picture can be made here.");
    assertThat(Outcome.of("doctor", "--backend", "abacus").code()).isEqualTo(2);
  }

  @Test
  void infoShowsWhatOtherProgramsWrote() {
    Path file = folder.resolve("foreign.png");
    Pictures.write(file, Map.of(RecipeText.PARAMETERS_KEY, "a cat\nSteps: 20"));
    Outcome outcome = Outcome.of("info", file);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines()).containsExactly("a cat", "Steps: 20");
    assertThat(Outcome.of("info", file, "--json").code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "generate", "run", "models", "models info", "bench", "info", "doctor"})
  void everyCommandHasHelp(String command) {
    Outcome outcome = Outcome.of((Object[]) (command + " --help").strip().split(" "));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Usage: darkroom");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    assertThat(Outcome.of("--version").out()).startsWith("Darkroom ");
  }
}
