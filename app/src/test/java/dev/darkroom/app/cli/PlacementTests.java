package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where components are computed, as pictures tell it.
class PlacementTests {

  private static final String MIXED = "unet=djl,vae=tf,text=onnx";

  @TempDir Path folder;

  @Test
  void theRecipeNamesWhatComputedEachComponent() {
    Path file = folder.resolve("mixed.png");
    Outcome drawn = draw(file, "--backend", MIXED);
    assertThat(drawn.code()).as(drawn.err()).isZero();
    JsonNode engines = Outcome.of("info", file, "--json").json().get("engines");
    assertThat(engines.get("unet").get("backend").asString()).isEqualTo("backend.djl");
    assertThat(engines.get("vae.decoder").get("backend").asString()).isEqualTo("backend.tf");
    assertThat(engines.get("text_encoder").get("version").asString()).startsWith("ONNX Runtime");
    assertThat(Outcome.of("info", file).out()).contains("PyTorch", "TensorFlow", "ONNX Runtime");
  }

  @Test
  void aRecipeIsRepeatedOnTheSameEngines() {
    Path file = folder.resolve("mixed.png");
    Path again = folder.resolve("again.png");
    draw(file, "--backend", MIXED);
    Outcome outcome = Outcome.of("generate", "--from", file, "--output", again);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(again).hasSameBinaryContentAs(file);
    assertThat(outcome.err()).doesNotContain(" was ");
  }

  @Test
  void recipesWithOneEngineForAllAreStillRead() {
    Path file = folder.resolve("new.png");
    draw(file, "--backend", "onnx");
    ObjectNode recipe = (ObjectNode) Outcome.of("info", file, "--json").json();
    JsonNode engines = recipe.remove("engines");
    assertThat(engines).hasSize(1);
    recipe.set("engine", engines.iterator().next());
    Path old =
        Pictures.withRecipe(
            folder.resolve("old.png"), JsonMapper.shared().writeValueAsString(recipe));
    assertThat(Outcome.of("info", old).out()).contains("ONNX Runtime");
    Path again = folder.resolve("again.png");
    Outcome outcome = Outcome.of("generate", "--from", old, "--output", again);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void aDeviceThatCannotBeUsedIsReplacedInOneVisibleLine() {
    Path file = folder.resolve("apple.png");
    Outcome outcome = draw(file, "--backend", "onnx", "--device", "coreml", "--json");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err().lines().filter(line -> line.contains("coreml"))).hasSize(1);
    assertThat(outcome.err()).contains("processor");
    JsonNode engines = outcome.json().get("recipes").get(0).get("engines");
    assertThat(engines.get("every").get("device").asString()).isEqualTo("cpu");
  }

  @Test
  void precisionMayDifferToo() {
    Path file = folder.resolve("half.png");
    Outcome outcome = draw(file, "--backend", "djl", "--precision", "unet=bf16");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode engines = Outcome.of("info", file, "--json").json().get("engines");
    assertThat(engines.get("unet").get("precision").asString()).isEqualTo("BF16");
    assertThat(engines.get("vae.decoder").get("precision").asString()).isEqualTo("F32");
  }

  private static Outcome draw(Path file, Object... options) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("generate", "x", "--seed", 4, "--steps", 2, "--width", 64, "--height", 64));
    arguments.addAll(List.of("--output", file));
    arguments.addAll(List.of(options));
    return Outcome.of(arguments.toArray());
  }
}
