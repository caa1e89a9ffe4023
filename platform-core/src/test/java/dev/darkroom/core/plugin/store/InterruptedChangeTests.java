package dev.darkroom.core.plugin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Changes that come to an end between any two things that are done to the disk: there is the state from
/// before or the one from after, and nothing is left behind.
final class InterruptedChangeTests {

  @TempDir private Path scratch;

  @ParameterizedTest
  @EnumSource
  void aFailureLeavesTheOldStateOrTheNewOne(StoreOperation operation) throws Exception {
    boolean failed = true;
    for (int step = 0; failed; step++) {
      Path folder = prepared(operation, step);
      StoreState before = new PluginStore(folder).state();
      int[] steps = {-1 - step};
      boolean[] hit = {false};
      PluginStore store = new PluginStore(folder, () -> failAt(steps, hit));
      boolean thrown = isThrown(() -> operation.perform(store, folder));
      failed = hit[0];
      StoreState after = new PluginStore(folder).state();
      assertThat(after.equals(before)).as("unchanged").isEqualTo(thrown || isRepair(operation));
      requireRight(operation, folder);
      assertThat(failed || step > 2).as("step %d was reached", step).isTrue();
    }
  }

  private static void failAt(int[] steps, boolean[] hit) {
    if (++steps[0] == 0) {
      hit[0] = true;
      throw new UncheckedIOException(new IOException("no space left on device"));
    }
  }

  private static boolean isThrown(Runnable change) {
    try {
      change.run();
      return false;
    } catch (UncheckedIOException _) {
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKilledProcessLeavesTheOldStateOrTheNewOne(StoreOperation operation) throws Exception {
    boolean halted = true;
    for (int step = 0; halted; step++) {
      Path folder = prepared(operation, step);
      StoreState before = new PluginStore(folder).state();
      try (StoreProcess process = StoreProcess.start(operation, folder, step)) {
        halted = process.isHalted();
        if (halted) {
          requireLeftAlone(folder);
        }
      }
      StoreState after = new PluginStore(folder).state();
      if (!halted) {
        assertThat(after.equals(before)).as("done").isEqualTo(isRepair(operation));
      }
      requireRight(operation, folder);
    }
  }

  /// Another process is in the middle of a change.
  private static void requireLeftAlone(Path folder) throws IOException {
    assertThatThrownBy(() -> FolderLock.of(folder, Duration.ZERO))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("another process is changing " + folder)
        .hasMessageContaining("Try again when it is done");
    List<Path> files = files(folder);
    new PluginStore(folder).tidy();
    assertThat(files(folder)).isEqualTo(files);
  }

  /// Opens the folder as the next process does, and repeats the change.
  private static void requireRight(StoreOperation operation, Path folder) throws IOException {
    PluginStore store = new PluginStore(folder);
    StoreState state = store.state();
    store.tidy();
    assertThat(store.state()).isEqualTo(state);
    requireNothingLeft(store, folder);
    if (operation == StoreOperation.REPAIR || !isDone(operation, state)) {
      operation.perform(store, folder);
    }
    assertThat(isDone(operation, store.state())).isTrue();
    requireNothingLeft(store, folder);
    for (Release release : releases(store.state()).toList()) {
      assertThat(store.changedFiles(release)).isEmpty();
    }
  }

  private static boolean isDone(StoreOperation operation, StoreState state) {
    String version =
        state.plugins().stream().map(e -> e.current().parsed().version()).toList().toString();
    return version.equals(
        switch (operation) {
          case INSTALL, REPAIR -> "[1.0.0]";
          case UPDATE -> "[2.0.0]";
          case REMOVE -> "[]";
        });
  }

  private static boolean isRepair(StoreOperation operation) {
    return operation == StoreOperation.REPAIR;
  }

  private static void requireNothingLeft(PluginStore store, Path folder) throws IOException {
    List<String> copies = names(folder.resolve("store"));
    assertThat(copies).allMatch(releases(store.state()).map(Release::sha256).toList()::contains);
    assertThat(names(folder))
        .isSubsetOf("store", "state.json", "plugins.lock", ".lock", "starting");
    if (Files.exists(folder.resolve("state.json"))) {
      assertThat(folder.resolve("plugins.lock")).hasContent(PluginStore.lockText(store.state()));
    }
  }

  private static Stream<Release> releases(StoreState state) {
    return state.plugins().stream()
        .flatMap(entry -> Stream.concat(Stream.of(entry.current()), entry.previous().stream()));
  }

  @Test
  void halfWrittenFilesAreTakenAway() throws IOException {
    Path folder = prepared(StoreOperation.UPDATE, 0);
    Files.writeString(folder.resolve(".darkroom-0815.part"), "{");
    Files.createDirectories(folder.resolve("store/.new-0815/lib"));
    Files.writeString(folder.resolve("store/.new-0815/lib/half.jar"), "half");
    Files.writeString(folder.resolve("plugins.lock"), "old");
    PluginStore store = new PluginStore(folder);
    store.tidy();
    requireNothingLeft(store, folder);
  }

  @Test
  void whatIsThrownByAChangeChangesNothing() throws IOException {
    Path folder = prepared(StoreOperation.UPDATE, 0);
    PluginStore store = new PluginStore(folder);
    StoreState before = store.state();
    assertThatThrownBy(() ->
            store.change(state -> {
              assertThat(StoreOperation.UPDATE.change(store, folder).apply(state))
                  .isNotEqualTo(state);
              throw new IllegalStateException("it does not start");
            }))
        .hasMessage("it does not start");
    requireNothingLeft(store, folder);
    assertThat(store.state()).isEqualTo(before);
  }

  private Path prepared(StoreOperation operation, int step) throws IOException {
    Path folder =
        Files.createDirectories(scratch.resolve(operation + "-" + step)).resolve("plugins");
    operation.prepare(folder);
    return folder;
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
