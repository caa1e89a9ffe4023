package dev.darkroom.testkit.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Files that are no jars, and jars of which Java would say nothing, or speak in riddles.
final class BrokenJarTests extends SharedTrial {

  @Test
  void aPathThatDoesNotExist() {
    assertThat(trial.refusal(folder.resolve("nowhere.jar")))
        .contains("nowhere.jar is no file", "Name a plug-in's jar");
  }

  @Test
  void aFolder() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    WavePlugin.of("1.0.0").build(jars);
    assertThat(trial.refusal(jars)).contains("jars is no file", "Name a plug-in's jar");
  }

  @Test
  void aFileThatIsNoArchive() throws IOException {
    Path file = Files.writeString(folder.resolve("page.jar"), "<html>not found</html>");
    assertThat(trial.refusal(file)).contains("page.jar is no jar", "Fetch it again");
  }

  @Test
  void anEmptyFile() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.jar"));
    assertThat(trial.refusal(file)).contains("empty.jar is no jar", "Fetch it again");
  }

  @Test
  void aDownloadThatBrokeOff() throws IOException {
    Path whole = WavePlugin.of("1.0.0").build(folder);
    Path half = folder.resolve("half.jar");
    Files.write(half, JarEdit.firstHalf(Files.readAllBytes(whole)));
    assertThat(trial.refusal(half)).contains("half.jar is no jar", "Fetch it again");
  }

  @Test
  void bytesThatChangedOnTheWay() throws IOException {
    Path jar = WavePlugin.of("1.0.0").build(folder);
    Path damaged = Files.write(folder.resolve("damaged.jar"), damaged(Files.readAllBytes(jar)));
    assertThat(trial.refusal(damaged))
        .contains("damaged.jar is damaged: acme/wave/Wave.class", "Fetch it again");
  }

  /// Changes a bit in the packed class, which the directory at the end says nothing about.
  private static byte[] damaged(byte[] jar) {
    byte[] changed = jar.clone();
    int start = new String(jar, ISO_8859_1).indexOf("acme/wave/Wave.class");
    changed[start + 200] ^= 1;
    return changed;
  }

  @Test
  void aLibraryThatIsNoPlugin() throws IOException {
    assertThat(trial.refusal(WavePlugin.library(folder, "1.0")))
        .contains("acme-lib-1.0.jar is no plug-in", "META-INF/darkroom/plugin.properties");
  }

  @Test
  void aModuleInfoOfANewerJava() throws IOException {
    Path jar = WavePlugin.of("1.0.0").build(folder);
    JarEdit.change(jar, "module-info.class", JarEdit.forJava(99));
    assertThat(trial.refusal(jar))
        .contains("acme-wave 1.0.0 cannot be installed", "module-info of acme-wave-1.0.0.jar")
        .contains("Java");
  }

  @Test
  void aDamagedModuleInfo() throws IOException {
    Path jar = WavePlugin.of("1.0.0").build(folder);
    JarEdit.change(jar, "module-info.class", JarEdit::firstHalf);
    assertThat(trial.refusal(jar)).contains("module-info of acme-wave-1.0.0.jar", "again");
  }

  @Test
  void aModuleInfoThatNamesAPackageThatIsNotThere() throws IOException {
    Path jar = WavePlugin.of("1.0.0").build(folder);
    JarEdit.delete(jar, "acme/wave/Wave.class");
    assertThat(trial.refusal(jar)).contains("module-info of acme-wave-1.0.0.jar", "acme.wave");
  }

  @Test
  void twoJarsWithOneModule() throws IOException {
    ExtensionJar plugin =
        WavePlugin.withLibrary("acme-twice", WavePlugin.library(folder, "1.0"))
            .entry(
                "META-INF/darkroom/lib/acme-lib-2.0.jar",
                Files.readAllBytes(WavePlugin.library(folder, "2.0")));
    assertThat(trial.refusal(plugin))
        .contains("acme-lib-1.0.jar", "acme-lib-2.0.jar", "the module acme.lib", "Keep one");
  }

  @Test
  void aBadLibraryNextToAGoodOne() throws IOException {
    ExtensionJar plugin =
        WavePlugin.withLibrary("acme-half", WavePlugin.library(folder, "1.0"))
            .entry("META-INF/darkroom/lib/bad.jar", "no jar".getBytes(UTF_8));
    assertThat(trial.refusal(plugin))
        .contains("acme-half 1.0.0", "bad.jar is no jar, or a damaged one")
        .doesNotContain("acme-lib");
  }

  @Test
  void aLibraryWithoutAName() throws IOException {
    Path library =
        ExtensionJar.library("legacy_2.12-1.0")
            .source("legacy/Old.java", "package legacy; public final class Old {}")
            .build(folder);
    assertThat(trial.refusal(WavePlugin.of("1.0.0").with(library)))
        .contains("No module name can be made of the file name legacy_2.12-1.0.jar")
        .contains("Automatic-Module-Name");
  }

  @Test
  void aClassOfANewerJavaAnywhereInIt() throws IOException {
    Path library = WavePlugin.library(folder, "1.0");
    JarEdit.change(library, "acme/lib/Lib.class", JarEdit.forJava(99));
    ExtensionJar plugin =
        WavePlugin.of("1.0.0").entry("META-INF/darkroom/lib/lib.jar", Files.readAllBytes(library));
    assertThat(trial.refusal(plugin)).contains("acme/lib/Lib.class in lib.jar needs Java 99");
  }
}
