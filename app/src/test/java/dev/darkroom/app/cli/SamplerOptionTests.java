package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What `--sampler`, `--schedule` and `--set` make of a request.
class SamplerOptionTests {

  @TempDir Path folder;

  @Test
  void aNameMayEndInASchedule() {
    JsonNode sampling = sampling("one.png", "--sampler", "DPM++ 2M SDE Exponential");
    assertThat(sampling.get("sampler").asString()).isEqualTo("sampler.dpmpp-2m-sde");
    assertThat(sampling.get("schedule").asString()).isEqualTo("schedule.exponential");
  }

  @Test
  void aNamedScheduleCountsBeforeOneInASamplersName() {
    JsonNode sampling =
        sampling("one.png", "--sampler", "k_dpmpp_2m_ka", "--schedule", "SGM Uniform");
    assertThat(sampling.get("schedule").asString()).isEqualTo("schedule.sgm-uniform");
  }

  @Test
  void aNameMayStandForSettings() {
    JsonNode sampling =
        sampling("one.png", "--sampler", "DPM++ 3M", "--set", "euler_at_final=true");
    assertThat(sampling.get("settings").get("order").asString()).isEqualTo("3");
    assertThat(sampling.get("settings").get("euler_at_final").asString()).isEqualTo("true");
  }

  @Test
  void theDefaultIsTheModelsOwn() {
    sampling("one.png", "--sampler", "heun");
    Path other = folder.resolve("other.png");
    Outcome.of(
        "generate", "--from", folder.resolve("one.png"), "--sampler", "Default", "--output", other);
    JsonNode sampling = recipe(other);
    JsonNode model = Outcome.of("models", "list", "--json").json().get("models").get(0);
    assertThat(sampling.get("sampler").asString()).isEqualTo(model.get("sampler").asString());
  }

  @Test
  void settingsOfARecipeStayBesideThoseThatAreGiven() {
    sampling("one.png", "--sampler", "euler", "--set", "s_noise=1.01", "--set", "s_churn=1");
    Path other = folder.resolve("other.png");
    Outcome.of(
        "generate", "--from", folder.resolve("one.png"), "--set", "s_churn=2", "--output", other);
    JsonNode settings = recipe(other).get("settings");
    assertThat(settings.get("s_noise").asString()).isEqualTo("1.01");
    assertThat(settings.get("s_churn").asString()).isEqualTo("2");
  }

  @Test
  void takesTheGuidanceThatTheSamplerIsMadeFor() {
    sampling("one.png", "--sampler", "euler_cfg_pp");
    assertThat(guidance("one.png")).isEqualTo(1.5);
    sampling("two.png", "--sampler", "euler_cfg_pp", "--cfg", 1.2);
    assertThat(guidance("two.png")).isEqualTo(1.2);
  }

  private double guidance(String name) {
    JsonNode recipe = Outcome.of("info", folder.resolve(name), "--json").json();
    return recipe.get("request").get("guidance").get("scale").asDouble();
  }

  private JsonNode sampling(String name, Object... options) {
    Path file = folder.resolve(name);
    List<Object> arguments = new ArrayList<>(List.of("generate", "x", "--steps", 2));
    arguments.addAll(List.of("--width", 64, "--height", 64, "--output", file));
    arguments.addAll(List.of(options));
    Outcome outcome = Outcome.of(arguments.toArray());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return recipe(file);
  }

  private static JsonNode recipe(Path file) {
    return Outcome.of("info", file, "--json").json().get("request").get("sampling");
  }
}
