package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.shelf.WaveJar;
import dev.darkroom.testkit.plugin.ExtensionJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What is wrong with a command about plug-ins is said in one line with the way out, and changes nothing.
@ParameterizedClass
@EnumSource
class PluginFaultTests {

  private static final int REQUEST = 2;

  @TempDir static Path folder;
  private static Path jar;

  @Parameter PluginTrial.Place place;
  private PluginTrial trial;

  @BeforeAll
  static void pack() throws IOException {
    jar = WaveJar.of("1.0.0").build(folder);
  }

  @BeforeEach
  void open() throws IOException {
    trial = PluginTrial.open(place);
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void whatIsNoJarOfAPlugin() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
    Path empty = Files.write(folder.resolve("empty.jar"), new byte[0]);
    byte[] whole = Files.readAllBytes(jar);
    Path cut = Files.write(folder.resolve("cut.jar"), java.util.Arrays.copyOf(whole, 500));
    Path library = ExtensionJar.library("plain").entry("a.txt", new byte[1]).build(folder);
    Path odd = WaveJar.of("one").build(folder);
    Path none = folder.resolve("none.jar");
    for (String command : List.of("install", "update")) {
      trial.refused(REQUEST, List.of("none.jar is no file", "Name a"), command, none, "--yes");
      trial.refused(REQUEST, List.of(folder + " is no file"), command, folder, "--yes");
      trial.refused(REQUEST, List.of("text.jar is no jar", "again"), command, text, "--yes");
      trial.refused(REQUEST, List.of("empty.jar is no jar"), command, empty, "--yes");
      trial.refused(REQUEST, List.of("cut.jar is no jar"), command, cut, "--dry-run");
      trial.refused(REQUEST, List.of("plain.jar is no plug-in"), command, library, "--yes");
      trial.refused(REQUEST, List.of("\"one\" is no version"), command, odd, "--yes");
    }
    assertThat(trial.done("list").out()).contains("No plug-in is installed");
  }

  @Test
  void anIdThatNobodyHas() {
    List<String> nothing = List.of("Unknown plug-in \"acme-wafe\"", "no plug-in is installed");
    trial.refused(REQUEST, nothing, "info", "acme-wafe");
    trial.done("install", jar, "--yes");
    for (String id : List.of("acme-wafe", "", " ", "..", "a/b", "ä?x=%00#")) {
      List<String> words = List.of("Unknown plug-in \"" + id + "\"", "Known: acme-wave");
      for (String command :
          List.of("info", "enable", "disable", "rollback", "remove", "diagnose")) {
        trial.refused(REQUEST, words, command, id);
      }
    }
    assertThat(trial.done("list").out()).contains("ACTIVE");
  }

  @Test
  void whatIsNotThereToBeReplacedOrGoneBackTo() {
    trial.refused(
        REQUEST,
        List.of("acme-wave is not installed", "darkroom plugins install " + jar),
        "update",
        jar,
        "--yes");
    trial.done("install", jar, "--yes");
    trial.refused(
        REQUEST, List.of("acme-wave has no version from before"), "rollback", "acme-wave");
  }

  @Test
  void commandsThatAreNotWhole() {
    trial.refused(REQUEST, List.of("Missing command", "plugins --help"));
    trial.refused(REQUEST, List.of("did you mean", "install"), "instal", jar);
    for (String command : List.of("install", "update")) {
      trial.refused(REQUEST, List.of("FILE|GROUP:ARTIFACT:VERSION"), command);
    }
    for (String command : List.of("info", "enable", "disable", "rollback", "remove")) {
      trial.refused(REQUEST, List.of("'ID'"), command);
    }
  }
}
