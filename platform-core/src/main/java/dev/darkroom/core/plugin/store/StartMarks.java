package dev.darkroom.core.plugin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Notes of plug-ins that are being started: a note whose process is gone tells that the plug-in took
/// the process with it. A start that goes well leaves nothing behind and costs no disk access that
/// waits.
///
/// @param folder made when it is needed
record StartMarks(Path folder) {

  /// A note: the plug-in, and the process by number and start, as numbers are used again.
  private record Mark(Path file, String id, long process, String started) {

    boolean isOfDeadProcess() {
      Optional<ProcessHandle> found = ProcessHandle.of(process);
      return found.isEmpty() || !started.equals(startOf(found.get()));
    }
  }

  /// Notes that a start begins. Where the folder cannot be written there is no note.
  Optional<Path> begin(String id) {
    ProcessHandle here = ProcessHandle.current();
    try {
      Files.createDirectories(folder);
      Path mark = Files.createTempFile(folder, "start-", ".mark");
      Files.writeString(mark, "%s\n%d\n%s\n".formatted(id, here.pid(), startOf(here)));
      return Optional.of(mark);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  void end(Path mark) {
    delete(mark);
  }

  /// The ids of the plug-ins in whose starts processes died, once for each; takes the notes away.
  List<String> takeDead() {
    List<String> ids = new ArrayList<>();
    for (Mark mark : marks()) {
      if (mark.isOfDeadProcess()) {
        delete(mark.file());
        ids.add(mark.id());
      }
    }
    return ids;
  }

  boolean hasDead() {
    return marks().stream().anyMatch(Mark::isOfDeadProcess);
  }

  private List<Mark> marks() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.flatMap(file -> read(file).stream()).toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static Optional<Mark> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() < 3
          ? Optional.empty()
          : Optional.of(new Mark(file, lines.get(0), Long.parseLong(lines.get(1)), lines.get(2)));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("unknown");
  }

  private static void delete(Path mark) {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException _) {
      // counted once more at worst
    }
  }
}
