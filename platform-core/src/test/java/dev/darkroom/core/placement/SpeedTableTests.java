package dev.darkroom.core.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTableTests {

  @TempDir Path cache;

  private final List<String> notices = new ArrayList<>();

  @Test
  void isEmptyBeforeAnythingIsMeasured() {
    assertThat(table().speeds()).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void remembersByMachineAndShape() {
    table().with(List.of(speed("here", "small", 1), speed("here", "large", 9)));
    table().with(List.of(speed("there", "small", 3)));
    assertThat(table().of("here", "small")).containsExactly(speed("here", "small", 1));
    assertThat(table().speeds()).hasSize(3);
    assertThat(notices).isEmpty();
  }

  @Test
  void aNewMeasurementTakesThePlaceOfTheOldOne() {
    table().with(List.of(speed("here", "small", 1)));
    SpeedTable changed = table().with(List.of(speed("here", "small", 2)));
    assertThat(changed.speeds()).containsExactly(speed("here", "small", 2));
    assertThat(table()).isEqualTo(changed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[null]", "[{}]", "[{\"machine\": \"here\"}]", "7", "null"})
  void aDamagedFileIsLeftAsideWithANoticeAndWrittenAnew(String text) throws IOException {
    Files.writeString(cache.resolve("speeds.json"), text);
    SpeedTable damaged = table();
    assertThat(damaged.speeds()).isEmpty();
    assertThat(notices).singleElement().asString().contains("speeds.json", "--measure");
    damaged.with(List.of(speed("here", "small", 1)));
    assertThat(table().speeds()).hasSize(1);
    assertThat(notices).hasSize(1);
  }

  private SpeedTable table() {
    return SpeedTable.in(cache, notices::add);
  }

  private static Speed speed(String machine, String shape, double seconds) {
    return new Speed(machine, shape, "backend", "cpu", "F32", "engine 1", seconds, "2026-11-24");
  }
}
