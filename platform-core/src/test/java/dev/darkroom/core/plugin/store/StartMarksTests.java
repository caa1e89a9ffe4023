package dev.darkroom.core.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartMarksTests {

  @TempDir private Path folder;

  @Test
  void aStartThatGoesOnIsNotDead() {
    StartMarks marks = new StartMarks(folder.resolve("starting"));
    Path mark = marks.begin("acme-wave").orElseThrow();
    assertThat(marks.dead()).isEmpty();
    marks.end(mark);
    assertThat(folder.resolve("starting")).isEmptyDirectory();
  }

  @Test
  void aStartWhoseProcessIsGoneIsDead() throws Exception {
    Process process = new ProcessBuilder("true").start();
    long pid = process.pid();
    process.waitFor();
    Files.createFile(folder.resolve(pid + "_1_acme-wave_7.start"));
    assertThat(new StartMarks(folder).dead())
        .extracting(StartMarks.Mark::id)
        .containsExactly("acme-wave");
  }

  @Test
  void aProcessThatHasTheNumberOfADeadOneIsAnother() throws IOException {
    long here = ProcessHandle.current().pid();
    Files.createFile(folder.resolve(here + "_1_acme-wave_7.start"));
    assertThat(new StartMarks(folder).dead()).hasSize(1);
  }

  @Test
  void otherFilesAreNoNotes() throws IOException {
    Files.createFile(folder.resolve("notes.txt"));
    assertThat(new StartMarks(folder).dead()).isEmpty();
  }

  @Test
  void deadStartsOfWhatIsNotInstalledAreForgotten() throws IOException {
    Path plugins = folder.resolve("plugins");
    Path starting = Files.createDirectories(plugins.resolve("starting"));
    Files.createFile(starting.resolve("999999999_1_acme-gone_7.start"));
    PluginStore store = new PluginStore(plugins);
    assertThat(store.hasDeadStarts()).isTrue();
    assertThat(store.change(state -> state)).isEqualTo(StoreState.empty());
    assertThat(store.hasDeadStarts()).isFalse();
  }
}
