package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.spi.Cancellation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `samplers` and `schedules`: what they list, tell and draw.
class SamplerCommandsTests {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"samplers", "schedules"})
  void listsWithoutACommandAsWithOne(String command) {
    assertThat(Outcome.of(command).out()).isEqualTo(Outcome.of(command, "list").out());
  }

  @Test
  void listsWhatIsKnownOfASampler() {
    assertThat(Outcome.of("samplers", "list").lines())
        .anyMatch(line -> line.matches("sampler.heun +Heun +2 +2 +-"))
        .anyMatch(line -> line.matches("sampler.euler-a +Euler a +1 +1 +drawn"))
        .anyMatch(line -> line.matches("sampler.dpm-adaptive +DPM adaptive +- +varies +-"))
        .contains("    --set eta=1 s_noise=1")
        .anyMatch(line -> line.matches("    also .*EulerAncestralDiscreteScheduler.*"));
  }

  @Test
  void tellsWhatANameStandsFor() {
    Outcome outcome = Outcome.of("samplers", "info", "DPM++ 3M Karras");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("arXiv:2211.01095", "sampler.dpmpp-2m on schedule.karras {order=3}")
        .contains("1 to 3 (2): Order of the method.");
    JsonNode json = Outcome.of("samplers", "info", "DPM++ 3M Karras", "--json").json();
    assertThat(json.get("meaning").get("schedule").asString()).isEqualTo("schedule.karras");
    assertThat(json.get("sampler").get("traits").get("order").asInt()).isEqualTo(2);
  }

  @Test
  void tellsOfASchedule() {
    Outcome outcome = Outcome.of("schedules", "info", "ays_32steps");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("schedule.align-your-steps {table=sd1-32}", "2404.14507");
    JsonNode json = Outcome.of("schedules", "info", "KARRAS", "--json").json();
    assertThat(json.get("schedule").get("id").asString()).isEqualTo("schedule.karras");
  }

  @ParameterizedTest
  @CsvSource({
    "samplers info eular, Euler a",
    "schedules info carras, Karras",
    "samplers grid x --samplers eular, Euler a",
    "samplers grid x --columns 0, columns",
    "samplers grid x --sampler euler, --samplers",
    "samplers grid x --steps 0, steps",
  })
  void refusesWhatItCannotDo(String command, String part) {
    Outcome outcome = Outcome.of((Object[]) command.split(" "));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains(part);
  }

  @Test
  void drawsAGrid() {
    Path file = folder.resolve("grid.png");
    Outcome outcome = grid(file, "--samplers", "euler,DPM++ 2M Karras,heun", "--columns", 2);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.lines()).containsExactly(file.toString());
    assertThat(outcome.err()).contains("3 pictures", "0 failed");
    Image sheet = Png.read(file).image();
    assertThat(sheet.width()).isEqualTo(4 + 2 * 68);
  }

  @Test
  void tellsOfASamplerThatFailsAndGoesOn() {
    Path file = folder.resolve("grid.png");
    Outcome outcome = grid(file, "--samplers", "ddim,euler", "--set", "eta=1", "--json");
    assertThat(outcome.code()).isEqualTo(2);
    JsonNode cells = outcome.json().get("samplers");
    assertThat(cells.get(0).get("failure").asString()).isEmpty();
    assertThat(cells.get(1).get("failure").asString()).contains("eta");
    assertThat(Png.read(file).image().width()).isEqualTo(4 + 68);
  }

  @Test
  void aCancelledGridWritesNothing() {
    Cancellation cancellation = Cancellation.create();
    cancellation.cancel();
    Path file = folder.resolve("grid.png");
    Outcome outcome =
        Outcome.of(cancellation, "samplers", "grid", "x", "--steps", 1, "--output", file);
    assertThat(outcome.code()).isEqualTo(130);
    assertThat(folder).isEmptyDirectory();
  }

  private static Outcome grid(Path file, Object... options) {
    Object[] arguments = {
      "samplers", "grid", "x", "--seed", 1, "--steps", 1, "--width", 64, "--height", 64, "--output"
    };
    Object[] all = new Object[arguments.length + 1 + options.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = file;
    System.arraycopy(options, 0, all, arguments.length + 1, options.length);
    return Outcome.of(all);
  }
}
