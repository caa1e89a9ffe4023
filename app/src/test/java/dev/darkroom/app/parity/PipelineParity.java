package dev.darkroom.app.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Darkroom;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.pipeline.GenerationResult;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.GenerationListener;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.PerComponent;
import dev.darkroom.core.spi.Prompt;
import dev.darkroom.core.spi.Sampling;
import dev.darkroom.core.spi.Seeds;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every text-to-image case of the fixtures, drawn from the prompt to the pixels on one backend and
/// compared with the reference pictures.
abstract class PipelineParity {

  @TempDir Path scratch;

  /// The backends under test: one, or pairs of component and backend.
  abstract String backend();

  @TestFactory
  Stream<DynamicTest> drawsWhatTheReferenceDraws() {
    Path folder = Fixtures.path("pipelines");
    JsonNode file = Fixtures.json(folder.resolve("cases.json"));
    double tolerance = file.get("max_abs_error").asDouble();
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode entry : file.get("cases")) {
      if (entry.get("pipeline").asString().equals("txt2img")) {
        String name = entry.get("name").asString();
        tests.add(DynamicTest.dynamicTest(name, () -> check(folder, entry, tolerance)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private void check(Path folder, JsonNode entry, double tolerance) throws IOException {
    String name = entry.get("name").asString();
    Path location = model(folder, entry);
    DarkroomOptions options =
        DarkroomOptions.defaults()
            .withBackend(PerComponent.parse("backend", backend(), DarkroomOptions.AUTO, id -> id));
    try (Darkroom darkroom = Darkroom.open(options)) {
      Model model = darkroom.model(location);
      GenerationRequest request = request(entry);
      GenerationResult result =
          model.generate(request, GenerationListener.SILENT, Cancellation.none());
      Tensor pixels = result.pictures().get(picture(entry)).pixels();
      Tensor expected =
          Fixtures.tensors(folder.resolve("expected.safetensors")).get(name + "/image");
      Fixtures.assertClose(name, pixels, expected, tolerance);
    }
  }

  /// The case's model, with the scheduler configuration of the case where it brings one.
  private Path model(Path folder, JsonNode entry) throws IOException {
    Path source = folder.resolve(entry.get("model").asString());
    JsonNode config = entry.get("sampler_config");
    if (config == null) {
      return source;
    }
    Path model = Files.createDirectories(scratch.resolve(entry.get("name").asString()));
    try (Stream<Path> parts = Files.list(source)) {
      for (Path part : parts.filter(part -> !part.endsWith("scheduler")).toList()) {
        copy(part, model.resolve(part.getFileName()));
      }
    }
    Path scheduler = Files.createDirectories(model.resolve("scheduler"));
    Files.writeString(scheduler.resolve("scheduler_config.json"), config.toString());
    return model;
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(source.relativize(file).toString()));
      }
    }
  }

  private static GenerationRequest request(JsonNode entry) {
    Prompt prompt =
        Prompt.of(entry.get("prompt").asString())
            .withNegative(entry.get("negative_prompt").asString())
            .withClipSkip(entry.has("clip_skip") ? 2 : 1);
    boolean karras = entry.path("sampler_config").path("use_karras_sigmas").asBoolean(false);
    Sampling sampling =
        Sampling.of(
            entry.get("sampler").asString(),
            karras ? "schedule.karras" : Sampling.MODEL_SCHEDULE,
            entry.get("steps").asInt());
    Guidance guidance =
        Guidance.of(entry.get("guidance").asDouble())
            .withRescale(entry.path("guidance_rescale").asDouble(0));
    return new GenerationRequest(
        prompt,
        new Size(entry.get("width").asInt(), entry.get("height").asInt()),
        sampling,
        guidance,
        seeds(entry));
  }

  /// A case that is one of a batch is drawn with its whole batch.
  private static Seeds seeds(JsonNode entry) {
    long seed = entry.get("seed").asLong();
    return Seeds.of(seed - picture(entry)).withBatch(pictures(entry));
  }

  /// Which picture of its batch the case is, as in `image 1 of 2, seeds consecutive`.
  private static int picture(JsonNode entry) {
    return entry.has("batch") ? Integer.parseInt(words(entry)[1]) : 0;
  }

  private static int pictures(JsonNode entry) {
    return entry.has("batch") ? Integer.parseInt(words(entry)[3]) : 1;
  }

  private static String[] words(JsonNode entry) {
    return entry.get("batch").asString().split("[ ,]+", -1);
  }
}
