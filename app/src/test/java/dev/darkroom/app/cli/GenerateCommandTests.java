package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.image.Png;
import dev.darkroom.core.pipeline.RecipeText;
import dev.darkroom.core.spi.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class GenerateCommandTests {

  @TempDir Path folder;

  @Test
  void writesThePictureThatItNames() throws IOException {
    Path file = Files.writeString(folder.resolve("apple.png"), "is replaced");
    Outcome outcome = draw("a red apple", "--output", file, "--width", 64, "--height", 32);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).isEqualTo(file + System.lineSeparator());
    assertThat(outcome.err()).hasLineCount(1).contains("Seed ", "64x32");
    assertThat(Png.read(file).image().width()).isEqualTo(64);
    assertThat(Png.read(file).image().height()).isEqualTo(32);
    assertThat(Png.read(file).texts().get(RecipeText.PARAMETERS_KEY)).startsWith("a red apple\n");
    assertThat(folder.toFile().listFiles()).containsExactly(file.toFile());
  }

  @Test
  void makesUpNamesThatAreFree() {
    Path place = folder.resolve("new");
    Outcome first = draw("x", "--seed", 5, "--output", place + "/");
    Outcome second = draw("x", "--seed", 5, "--output", place);
    assertThat(first.lines()).containsExactly(place.resolve("darkroom-5.png").toString());
    assertThat(second.lines()).containsExactly(place.resolve("darkroom-5-2.png").toString());
  }

  @Test
  void numbersSeveralPicturesAndTheirSeeds() throws IOException {
    Path file = folder.resolve("many.png");
    Object[] options = {"--batch", 2, "--count", 2, "--seed", 7, "--output", file, "--json"};
    JsonNode report = draw("x", options).json();
    assertThat(report.get("seeds").toString()).isEqualTo("[7,8,9,10]");
    List<String> files = new ArrayList<>();
    report.get("files").forEach(name -> files.add(name.asString()));
    assertThat(files).hasSize(4).allMatch(name -> name.matches(".*/many-[1-4]\\.png"));
    assertThat(report.get("timings").get("step").asDouble()).isPositive();
    assertThat(report.get("recipes").get(3).get("index").asInt()).isEqualTo(1);

    Path alone = folder.resolve("alone.png");
    draw("x", "--seed", 10, "--output", alone);
    assertThat(Png.read(alone).image()).isEqualTo(Png.read(Path.of(files.get(3))).image());
  }

  @Test
  void makesAPictureAgainByteForByte() throws IOException {
    Path first = folder.resolve("first.png");
    Object[] options = {
      "--negative",
      "dog",
      "--cfg",
      4.5,
      "--sampler",
      "euler-a",
      "--rng",
      "cuda",
      "--guidance-rescale",
      0.3,
      "--batch",
      3,
      "--seed",
      11,
      "--output",
      first
    };
    Outcome made = draw("a cat on a blue background", options);
    assertThat(made.code()).as(made.err()).isZero();
    Path third = folder.resolve("first-3.png");
    Path again = folder.resolve("again.png");
    Outcome outcome = Outcome.of("generate", "--from", third, "--output", again);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(again).hasSameBinaryContentAs(third);
    assertThat(folder.toFile().list()).hasSize(4);
  }

  @Test
  void optionsBesideARecipeChangeIt() {
    Path first = folder.resolve("first.png");
    Path other = folder.resolve("other.png");
    draw("a cat", "--seed", 3, "--batch", 2, "--output", first);
    Path second = folder.resolve("first-2.png");
    Outcome.of("generate", "a dog", "--from", second, "--seed", 9, "--steps", 3, "--output", other);
    JsonNode request = Outcome.of("info", other, "--json").json().get("request");
    assertThat(request.get("prompt").get("text").asString()).isEqualTo("a dog");
    assertThat(request.get("seeds").get("first").asLong()).isEqualTo(9);
    assertThat(request.get("seeds").get("batch").asInt()).isEqualTo(1);
    assertThat(request.get("sampling").get("steps").asInt()).isEqualTo(3);
  }

  @Test
  void refusesAnotherModelThanTheRecipes() throws IOException {
    Path first = folder.resolve("first.png");
    draw("a cat", "--output", first);
    ModelCopy other = ModelCopy.in(folder.resolve("model"));
    byte[] weights = other.read("vae/diffusion_pytorch_model.safetensors");
    weights[weights.length - 1] ^= 1;
    other.write("vae/diffusion_pytorch_model.safetensors", weights);
    Outcome outcome = Outcome.of("generate", "--from", first, "--model", other.folder());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains("fingerprint", "--model");
  }

  @Test
  void anotherSamplerTakesTheModelsOwnSchedule() {
    Path file = folder.resolve("a.png");
    draw("x", "--sampler", "Euler a", "--output", file);
    JsonNode sampling = Outcome.of("info", file, "--json").json().get("request").get("sampling");
    assertThat(sampling.get("sampler").asString()).isEqualTo("sampler.euler-a");
    assertThat(sampling.get("schedule").asString()).isEqualTo("schedule.model");
  }

  @Test
  void aCancelledCommandSaysSoAndWritesNothing() {
    Cancellation cancellation = Cancellation.create();
    cancellation.cancel();
    Outcome outcome = Outcome.of(cancellation, "generate", "x", "--output", folder + "/");
    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.err().strip()).isEqualTo("Cancelled.");
    assertThat(folder).isEmptyDirectory();
  }

  private static Outcome draw(String prompt, Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("generate", prompt));
    List<Object> given = Arrays.asList(options);
    if (!given.contains("--steps")) {
      arguments.addAll(List.of("--steps", 2));
    }
    if (!given.contains("--width")) {
      arguments.addAll(List.of("--width", 64, "--height", 64));
    }
    arguments.addAll(given);
    return Outcome.of(arguments.toArray());
  }
}
