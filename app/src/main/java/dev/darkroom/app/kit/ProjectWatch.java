package dev.darkroom.app.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Waits until compiled classes have changed, and compilers have come to rest.
///
/// One thread waits; [#close()] may come from another one.
public final class ProjectWatch implements AutoCloseable {

  /// Compilers write file after file; a change is over when nothing has come for as long.
  private static final long QUIET_MILLISECONDS = 300;

  private final Path project;
  private final Path classes;
  private final WatchService watcher;
  private Map<Path, String> seen;

  private ProjectWatch(Path project, Path classes, WatchService watcher) {
    this.project = project;
    this.classes = classes;
    this.watcher = watcher;
    this.seen = Map.of();
  }

  /// Begins to watch.
  ///
  /// @param project a folder that stays; classes and what lies between may come and go
  public static ProjectWatch of(Path project, Path classes) {
    try {
      WatchService watcher = project.getFileSystem().newWatchService();
      ProjectWatch watch = new ProjectWatch(project, classes, watcher);
      watch.register();
      watch.seen = watch.files();
      return watch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for a change.
  ///
  /// @return false if there is none any more, because this was closed or the thread is interrupted
  public boolean await() {
    try {
      Map<Path, String> before = seen;
      while (seen.equals(before)) { // pictures and other files of the project do not count
        awaitQuiet();
        register();
        seen = files();
      }
      return true;
    } catch (ClosedWatchServiceException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitQuiet() throws InterruptedException {
    for (WatchKey key = watcher.take(); key != null; key = next()) {
      key.pollEvents();
      key.reset();
    }
  }

  /// The compiled files with their times and sizes; none while a compiler takes them away.
  private Map<Path, String> files() throws IOException {
    if (!Files.isDirectory(classes)) {
      return Map.of();
    }
    Map<Path, String> files = new HashMap<>();
    try (Stream<Path> tree = Files.walk(classes)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
      return files;
    } catch (NoSuchFileException | UncheckedIOException _) {
      return Map.of();
    }
  }

  private @Nullable WatchKey next() throws InterruptedException {
    return watcher.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /// Every folder that is there: those that were watched before are only watched once.
  private void register() throws IOException {
    for (Path folder : List.of(project, project.resolve("target"))) {
      if (Files.isDirectory(folder)) {
        register(folder);
      }
    }
    if (Files.isDirectory(classes)) {
      try (Stream<Path> tree = Files.walk(classes)) {
        for (Path folder : tree.filter(Files::isDirectory).toList()) {
          register(folder);
        }
      }
    }
  }

  private void register(Path folder) throws IOException {
    folder.register(
        watcher,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_DELETE,
        StandardWatchEventKinds.ENTRY_MODIFY);
  }

  @Override
  public void close() {
    try {
      watcher.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
