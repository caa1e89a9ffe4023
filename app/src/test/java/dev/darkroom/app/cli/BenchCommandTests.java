package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BenchCommandTests {

  @Test
  void measuresWholePictures() {
    Outcome outcome = Outcome.of("bench", "--steps", 1, "--json");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode report = outcome.json();
    assertThat(report.get("pictures").asInt()).isEqualTo(1);
    assertThat(report.get("step").asDouble()).isPositive();
    assertThat(report.get("first").asDouble()).isGreaterThan(report.get("load").asDouble());
  }
}
