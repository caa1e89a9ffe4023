package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.SafetensorsWriter;
import dev.darkroom.testkit.Fixtures;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTests {

  private static final double TOLERANCE = 2e-4;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"onnx", "reference"})
  void runsEveryComponentThatTheInputsFit(String backend) {
    Path fixture = Fixtures.path("components").resolve("vae-tiny");
    Path results = folder.resolve("results.safetensors");
    Outcome outcome =
        Outcome.of(
            "run",
            fixture.resolve("model"),
            "--backend",
            backend,
            "--inputs",
            fixture.resolve("inputs.safetensors"),
            "--outputs",
            results);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.lines()).containsExactly(results.toString());
    Map<String, Tensor> computed = Fixtures.tensors(results);
    Map<String, Tensor> expected = Fixtures.tensors(fixture.resolve("expected.safetensors"));
    assertThat(computed.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, tensor) -> Fixtures.assertClose(name, computed.get(name), tensor, TOLERANCE));
  }

  @Test
  void saysWhatTheComponentTakes() {
    Path inputs = folder.resolve("inputs.safetensors");
    SafetensorsWriter.write(inputs, Map.of("picture", Tensor.of(Shape.of(1), 1)));
    Path results = folder.resolve("results.safetensors");
    Path model = Fixtures.path("components").resolve("vae-tiny/model");
    Outcome outcome = Outcome.of("run", model, "--inputs", inputs, "--outputs", results);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains("picture", "latents", "image");
    assertThat(results).doesNotExist();
  }

  @Test
  void dumpsGraphs() {
    Path model = Fixtures.path("components").resolve("vae-tiny/model");
    Outcome outcome = Outcome.of("run", model, "--dump-graph");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("# vae.decoder", "# vae.encoder", "Conv2d", "return image = %");
  }
}
