package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.info.Version;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plug-ins that need others, exclude others, or are made for another Darkroom.
final class DependencyTests {

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
  void oneForANewerDarkroomIsRefused() throws IOException {
    assertThat(trial.refusal(plugin("acme-a", "1.0.0").field("api", "[7,8)")))
        .contains("acme-a 1.0.0", "It is made for Darkroom's interfaces [7.0.0,8.0.0)")
        .contains("these are " + PluginHostOptions.API, "Find a version of it for these");
  }

  @Test
  void oneForAnOlderDarkroomRestsAfterAnUpdateOfDarkroom() throws IOException {
    trial.install(plugin("acme-a", "1.0.0").field("api", "[0.1,1)"));
    trial.restart(options -> options.withApi(new Version(1, 0, 0, "")));
    assertThat(trial.state("acme-a")).isEqualTo(PluginState.INCOMPATIBLE);
    assertThat(trial.reason("acme-a")).contains("interfaces [0.1.0,1.0.0), and these are 1.0.0");
  }

  @Test
  void oneThatRequiresWhatIsNotThereIsRefused() throws IOException {
    assertThat(trial.refusal(plugin("acme-b", "1.0.0").field("requires", "acme-a [1,2)")))
        .contains("acme-b 1.0.0", "requires the plug-in acme-a [1.0.0,2.0.0)")
        .contains("not installed. Install that first");
  }

  @Test
  void oneThatRequiresAnotherVersionIsRefused() throws IOException {
    trial.install(plugin("acme-a", "2.0.0"));
    assertThat(trial.refusal(plugin("acme-b", "1.0.0").field("requires", "acme-a [1,2)")))
        .contains("requires the plug-in acme-a [1.0.0,2.0.0), and 2.0.0 is installed")
        .contains("Install a version that fits");
  }

  @Test
  void anUpdateThatWouldStopAnotherIsRefused() throws IOException {
    trial.install(plugin("acme-a", "1.0.0"));
    trial.install(plugin("acme-b", "1.0.0").field("requires", "acme-a [1,2)"));
    assertThat(trial.refusal(plugin("acme-a", "2.0.0")))
        .contains("acme-a 2.0.0", "acme-b would stop working: It requires the plug-in acme-a");
  }

  @Test
  void thoseThatRequireItRestAndComeBackWithIt() throws IOException {
    trial.install(plugin("acme-a", "1.0.0"));
    trial.install(plugin("acme-b", "1.0.0").field("requires", "acme-a"));
    trial.install(plugin("acme-c", "1.0.0").field("requires", "acme-b"));
    assertThatThrownBy(() -> trial.host().remove("acme-a"))
        .hasMessageContaining("acme-a is required by acme-b. Remove or disable that first.");
    trial.host().disable("acme-a");
    assertThat(trial.state("acme-b")).isEqualTo(PluginState.INCOMPATIBLE);
    assertThat(trial.state("acme-c")).isEqualTo(PluginState.INCOMPATIBLE);
    assertThat(trial.reason("acme-c")).contains("acme-b, which cannot be used", "was disabled");
    trial.host().enable("acme-a");
    assertThat(trial.state("acme-c")).isEqualTo(PluginState.ACTIVE);
  }

  @Test
  void oneThatExcludesAnotherIsRefused() throws IOException {
    trial.install(plugin("acme-a", "1.5.0"));
    ExtensionJar enemy = plugin("acme-b", "1.0.0").field("conflicts", "acme-a [1,2)");
    assertThat(trial.refusal(enemy))
        .contains("acme-b 1.0.0", "It cannot be used beside acme-a 1.5.0. Disable one of the two");
    trial.host().disable("acme-a");
    trial.install(enemy);
    assertThat(trial.state("acme-b")).isEqualTo(PluginState.ACTIVE);
    trial.host().enable("acme-a");
    assertThat(trial.state("acme-a")).isEqualTo(PluginState.ACTIVE);
    assertThat(trial.state("acme-b")).isEqualTo(PluginState.INCOMPATIBLE);
  }

  @Test
  void plugInsThatRequireEachOtherAreRefused() throws IOException {
    trial.install(plugin("acme-a", "1.0.0"));
    trial.install(plugin("acme-b", "1.0.0").field("requires", "acme-a"));
    assertThat(trial.refusal(plugin("acme-a", "2.0.0").field("requires", "acme-b")))
        .contains("acme-a 2.0.0", "acme-a, acme-b require each other in a circle")
        .contains("Their authors must break it");
  }

  @Test
  void oneThatWouldLikeAnotherWorksWithAndWithoutIt() throws IOException {
    trial.install(plugin("acme-b", "1.0.0").field("optional", "acme-a"));
    assertThat(trial.state("acme-b")).isEqualTo(PluginState.ACTIVE);
    trial.install(plugin("acme-a", "1.0.0"));
    assertThat(trial.state("acme-b")).isEqualTo(PluginState.ACTIVE);
    trial.host().remove("acme-a");
    assertThat(trial.state("acme-b")).isEqualTo(PluginState.ACTIVE);
  }

  @Test
  void oneThatWouldLikeItsOwnDependantDoesWithoutIt() throws IOException {
    trial.install(plugin("acme-a", "1.0.0").field("optional", "acme-b"));
    trial.install(plugin("acme-b", "1.0.0").field("requires", "acme-a"));
    assertThat(trial.state("acme-a")).isEqualTo(PluginState.ACTIVE);
    assertThat(trial.state("acme-b")).isEqualTo(PluginState.ACTIVE);
  }

  private static ExtensionJar plugin(String id, String version) {
    return WavePlugin.named(id, version, id.replace('-', '.'), "schedule." + id);
  }
}
