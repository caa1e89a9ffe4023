package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.info.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plug-ins that worked once and cannot be started any more.
final class QuarantineTests {

  private static final String MOODY = "acme-moody";

  @TempDir private Path folder;
  private TrialHost trial;

  @BeforeEach
  void open() throws IOException {
    trial = new TrialHost(folder);
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void isSetAsideAfterThreeFailedStarts() throws IOException {
    Path weather = installMoody();
    for (int start = 1; start <= 3; start++) {
      trial.restart();
      assertThat(trial.state(MOODY)).as("start %d", start).isEqualTo(PluginState.FAILED);
      assertThat(trial.reason(MOODY)).contains("IllegalStateException: it rains");
    }
    trial.restart();
    assertThat(trial.state(MOODY)).isEqualTo(PluginState.QUARANTINED);
    assertThat(trial.reason(MOODY))
        .contains("could not be started 3 times in a row", "it rains", "Enable it to try again");
    Files.delete(weather);
    trial.restart();
    assertThat(trial.state(MOODY)).as("not tried").isEqualTo(PluginState.QUARANTINED);
    trial.host().enable(MOODY);
    assertThat(trial.state(MOODY)).isEqualTo(PluginState.ACTIVE);
    trial.restart();
    assertThat(trial.state(MOODY)).isEqualTo(PluginState.ACTIVE);
  }

  @Test
  void aStartThatWorksForgivesThoseBefore() throws IOException {
    Path weather = installMoody();
    for (int round = 1; round <= 3; round++) {
      Files.writeString(weather, "rain");
      trial.restart();
      trial.restart();
      assertThat(trial.state(MOODY)).isEqualTo(PluginState.FAILED);
      Files.delete(weather);
      trial.restart();
      assertThat(trial.state(MOODY)).as("round %d", round).isEqualTo(PluginState.ACTIVE);
    }
  }

  @Test
  void lookingTwiceInOneProcessIsOneStart() throws IOException {
    installMoody();
    trial.restart();
    trial.host().verify();
    trial.host().disable("acme-good");
    trial.host().enable("acme-good");
    trial.host().refresh();
    assertThat(trial.state(MOODY)).isEqualTo(PluginState.FAILED);
  }

  /// Installs one that starts in good weather only, and makes rain.
  private Path installMoody() throws IOException {
    Path weather = folder.resolve("rain");
    trial.install(
        WavePlugin.withMembers(
            MOODY,
            """
            public Wave() {
              if (java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) {
                throw new IllegalStateException("it rains");
              }
            }
            """
                .formatted(weather)));
    return Files.writeString(weather, "rain");
  }

  @Test
  void isSetAsideWhenItTakesTheProcessWithItThreeTimes() throws IOException {
    trial.install(WavePlugin.withMembers("acme-killer", DEADLY));
    OtherProcess other = OtherProcess.in(folder);
    for (int start = 1; start <= 3; start++) {
      other.killWhenItPrints("killer", trial.plugins(), Map.of("ACME_KILLER", "on"));
    }
    assertThat(other.lines(trial.plugins()))
        .contains("acme-good ACTIVE ")
        .anyMatch(line ->
            line.startsWith("acme-killer QUARANTINED It could not be started 3 times in a row")
                && line.contains("Darkroom ended while it started. Enable it to try again."));
    assertThat(trial.plugins().resolve("starting")).isEmptyDirectory();
    trial.host().refresh();
    assertThat(trial.state("acme-killer")).isEqualTo(PluginState.QUARANTINED);
    trial.host().enable("acme-killer");
    assertThat(trial.state("acme-killer")).isEqualTo(PluginState.ACTIVE);
  }

  private static final String DEADLY =
      """
      public Wave() throws Exception {
        if (System.getenv("ACME_KILLER") != null) {
          System.out.println("killer");
          Thread.sleep(60_000);
        }
      }
      """;

  @Test
  void aBadUpdateChangesNothing() throws IOException {
    trial.install(WavePlugin.of("1.0.0"));
    ExtensionJar bad =
        WavePlugin.of("2.0.0")
            .source(
                WavePlugin.path("acme.wave"),
                WavePlugin.schedule(
                    "acme.wave",
                    "schedule.wave",
                    "\"2\"",
                    "static final int X = Integer.parseInt(\"two\");"));
    assertThat(trial.refusal(bad))
        .contains("acme-wave 2.0.0 cannot be started, and nothing was changed");
    assertThat(trial.title("schedule.wave")).isEqualTo("acme-wave 1.0.0");
    trial.restart();
    assertThat(trial.title("schedule.wave")).isEqualTo("acme-wave 1.0.0");
    assertThat(trial.host().installed("acme-wave").previous()).isEmpty();
  }
}
