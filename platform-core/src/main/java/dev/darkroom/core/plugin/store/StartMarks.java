package dev.darkroom.core.plugin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Notes of plug-ins that are being started: a note whose process is gone tells that the plug-in took
/// the process with it. A start that goes well leaves nothing behind and costs no disk access that
/// waits.
///
/// A note is an empty file whose name says everything, so that there is no half of one.
///
/// @param folder made when it is needed
record StartMarks(Path folder) {

  private static final Pattern NAME = Pattern.compile("(\\d+)_(\\d+)_([a-z0-9.-]+)_\\d+\\.start");

  /// A note: the plug-in, and the process by number and start, as numbers are used again.
  ///
  /// @param started milliseconds since 1970; 0 where the system does not tell
  record Mark(Path file, String id, long process, long started) {

    boolean isOfDeadProcess() {
      Optional<ProcessHandle> found = ProcessHandle.of(process);
      return found.isEmpty() || started != startOf(found.get());
    }
  }

  /// Notes that a start begins. Where the folder cannot be written there is no note.
  Optional<Path> begin(String id) {
    ProcessHandle here = ProcessHandle.current();
    String name = "%d_%d_%s_".formatted(here.pid(), startOf(here), id);
    try {
      Files.createDirectories(folder);
      return Optional.of(Files.createTempFile(folder, name, ".start"));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  void end(Path mark) {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException _) {
      // counted once more at worst
    }
  }

  /// The notes that processes left which are gone.
  List<Mark> dead() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> read(file).stream())
          .filter(Mark::isOfDeadProcess)
          .sorted(Comparator.comparing(Mark::file))
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static Optional<Mark> read(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        ? Optional.of(
            new Mark(
                file, name.group(3), Long.parseLong(name.group(1)), Long.parseLong(name.group(2))))
        : Optional.empty();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
