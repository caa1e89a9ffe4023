package dev.darkroom.app;

import dev.darkroom.core.error.BackendException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How this process was started, for work that needs a process of its own.
public final class OwnProgram {

  private static final Path LINUX = Path.of("/proc/self/cmdline");

  private OwnProgram() {}

  /// What this process was started with, up to the program's own arguments.
  ///
  /// @param arguments number of the program's own arguments
  /// @throws BackendException where the system does not tell
  public static List<String> commandLine(int arguments) {
    List<String> all = commandLine();
    if (all.size() <= arguments) {
      throw new BackendException(
          "This system does not tell how Darkroom was started, so it cannot start itself in another"
              + " process; run the commands one by one.");
    }
    return all.subList(0, all.size() - arguments);
  }

  /// From Linux itself where it is: Java gives up on long command lines.
  private static List<String> commandLine() {
    try {
      List<String> all = List.of(Files.readString(LINUX).split("\0", -1));
      return all.subList(0, all.size() - 1); // each argument ends with a zero
    } catch (IOException e) {
      ProcessHandle.Info info = ProcessHandle.current().info();
      return Stream.concat(info.command().stream(), info.arguments().stream().flatMap(Stream::of))
          .toList();
    }
  }
}
