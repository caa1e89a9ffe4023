package dev.darkroom.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.distribution.Home.Ended;
import dev.darkroom.app.distribution.Home.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A sampler that somebody writes outside this repository, from its first line to its removal, in one
/// host that runs all the while.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class PluginJourneyTests {

  private static final int LOOKS = 20;

  @TempDir Path folder;
  private Home home;
  private Path project;

  @Test
  void comesIntoUseChangesAndGoesWithoutARestart() throws Exception {
    home = Home.in(folder);
    home.run("plugins", "new", "sampler", "my-sampler").succeeded();
    project = folder.resolve("my-sampler");
    Path first = built("0.1.0");
    publishSecond();
    Path second = built("0.2.0");

    Serving host = home.serve();
    assertThat(home.run("plugins", "install", first.toString(), "--yes").succeeded())
        .contains("my-sampler 0.1.0 is ACTIVE");
    byte[] old = picture("old.png");
    assertThat(home.run("plugins", "update", second.toString(), "--yes").succeeded())
        .contains("my-sampler 0.2.0 is ACTIVE");
    byte[] changed = picture("changed.png");
    assertThat(changed).isNotEqualTo(old);
    assertNothingIsHeld();

    home.run("plugins", "rollback", "my-sampler").succeeded();
    assertThat(picture("again.png")).isEqualTo(old);
    assertNothingIsHeld();
    home.run("plugins", "disable", "my-sampler").succeeded();
    assertUnknown();
    assertNothingIsHeld();
    home.run("plugins", "enable", "my-sampler").succeeded();
    assertThat(picture("enabled.png")).isEqualTo(old);
    home.run("plugins", "remove", "my-sampler").succeeded();
    assertUnknown();
    assertNothingIsHeld();

    assertThat(home.run("host", "status").succeeded()).contains("Process  " + host.pid() + "\n");
    assertThat(home.run("host", "stop").succeeded()).isEqualTo("The host has ended.\n");
    assertThat(host.end()).isZero();
  }

  /// Other numbers, so that the second version can be told by its pictures.
  private void publishSecond() throws IOException {
    replace("pom.xml", "<version>0.1.0</version>", "<version>0.2.0</version>");
    replace(
        "src/main/resources/META-INF/darkroom/plugin.properties", "version=0.1.0", "version=0.2.0");
    replace(
        "src/main/java/com/example/mysampler/MySampler.java",
        "\"stretch\", 1, ",
        "\"stretch\", 0.998, ");
  }

  private void replace(String file, String old, String changed) throws IOException {
    String text = Files.readString(project.resolve(file));
    assertThat(text).contains(old);
    Files.writeString(project.resolve(file), text.replace(old, changed));
  }

  private Path built(String version) throws Exception {
    home.maven(project, "verify").succeeded();
    return project.resolve("target/my-sampler-" + version + ".jar");
  }

  private byte[] picture(String name) throws Exception {
    Ended drawn = draw(name);
    drawn.succeeded();
    assertThat(drawn.err()).contains("using the host");
    return Files.readAllBytes(folder.resolve(name));
  }

  private Ended draw(String name) throws Exception {
    return home.run(
        "generate",
        "a cat",
        "--sampler",
        "my-sampler",
        "--steps",
        "3",
        "--seed",
        "1",
        "--output",
        name);
  }

  private void assertUnknown() throws Exception {
    Ended refused = draw("refused.png");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("Unknown sampler \"my-sampler\"");
    assertThat(folder.resolve("refused.png")).doesNotExist();
  }

  /// The collector decides when classes go, so this looks more than once.
  private void assertNothingIsHeld() throws Exception {
    String told = "";
    for (int i = 0; i < LOOKS; i++) {
      told = home.run("plugins", "diagnose").succeeded();
      if (told.contains("No class of a plug-in that is gone is held.")) {
        return;
      }
    }
    throw new AssertionError(told);
  }
}
