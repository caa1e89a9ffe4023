package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.bench.Agreement;
import dev.darkroom.app.report.PublishedBackend;
import dev.darkroom.core.Darkroom;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.placement.Speed;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.ModelSpec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BackendsCommandTests {

  @TempDir Path cache;

  @Test
  void explainsTheChoice() {
    Outcome outcome = Outcome.of("backends", "--why", "--backend", "unet=reference,vae=onnx");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("Machine", "unet", "backend.reference, cpu, F32: it was asked for");
    JsonNode report = Outcome.of("backends", "--why", "--model-shape", "sd15", "--json").json();
    assertThat(report.get("choices")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(report.get("machine").asString()).contains("cores");
  }

  @Test
  void enginesAgree() {
    Outcome outcome = Outcome.of("backends", "--agree", "--json");
    assertThat(outcome.code()).as(outcome.out()).isZero();
    assertThat(outcome.json().get("bound").asDouble()).isEqualTo(Agreement.BOUND);
    Set<String> engines = new TreeSet<>();
    outcome.json().get("rows").forEach(row -> engines.add(row.get("engine").asString()));
    assertThat(engines).contains("backend.onnx, cpu", "backend.djl, cpu", "backend.tf, cpu");
  }

  @Test
  void asksForOneThingAtATime() {
    assertThat(Outcome.of("backends", "--why", "--agree").code()).isEqualTo(2);
    Outcome withoutWeights = Outcome.of("backends", "--agree", "--model-shape", "sd15");
    assertThat(withoutWeights.code()).isEqualTo(2);
    assertThat(withoutWeights.err()).contains("weights", "--model");
  }

  @Test
  void namesWhatIsPublishedAndNotInstalled() {
    assertThat(PublishedBackend.missing(List.of("backend.onnx", "backend.djl")))
        .singleElement()
        .satisfies(backend -> {
          assertThat(backend.id()).isEqualTo("backend.tf");
          assertThat(backend.remedy())
              .contains("not installed", "darkroom-backend-tf", ".jar", "dev.darkroom:");
        });
  }

  @Test
  void whatWasMeasuredDecides() {
    DarkroomOptions options = DarkroomOptions.defaults().withCache(cache);
    StringWriter progress = new StringWriter();
    try (Darkroom darkroom = Darkroom.open(options)) {
      ModelSpec spec = darkroom.model().spec();
      List<Speed> speeds = measure(darkroom, spec, progress);
      assertThat(speeds).extracting(Speed::precision).contains("F32");
      Speed fastest =
          speeds.stream()
              .filter(speed -> speed.precision().equals("F32"))
              .min(Comparator.comparingDouble(Speed::seconds))
              .orElseThrow();
      assertThat(darkroom.placement(spec, Component.UNET).backend().id())
          .isEqualTo(fastest.backend());
      assertThat(darkroom.placement(spec, Component.UNET).rule()).contains("fastest");
      assertThat(progress.toString()).contains("Measuring " + fastest.backend());
    }
    assertThat(cache.toFile().list((_, name) -> name.startsWith("bench-"))).isEmpty();
  }

  private List<Speed> measure(Darkroom darkroom, ModelSpec spec, StringWriter progress) {
    return new BackendSpeeds(
            darkroom.plugins(), cache, new PrintWriter(progress, true), Cancellation.none())
        .measure(spec);
  }
}
