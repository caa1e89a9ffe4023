package dev.darkroom.app.cli;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.LockedPlugin;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints or checks a lock file.
@Command(
    name = "lock",
    description = "Prints id, version and hash of every installed plug-in, or compares them.")
final class LockPluginsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "Compare with a file that this command printed; the exit code is 2 if it differs.")
  private @Nullable Path check;

  @Override
  public Integer call() throws IOException {
    List<String> lines = Workplace.shelf(spec.commandLine()).lock();
    PrintWriter out = spec.commandLine().getOut();
    if (check == null) {
      lines.forEach(out::println);
      out.flush();
    } else {
      compare(lines, check);
    }
    return ExitCode.OK.number();
  }

  private static void compare(List<String> lines, Path file) throws IOException {
    List<String> wanted =
        LockedPlugin.parse(Files.readString(file)).stream().map(LockedPlugin::toString).toList();
    List<String> missing = wanted.stream().filter(line -> !lines.contains(line)).toList();
    List<String> more = lines.stream().filter(line -> !wanted.contains(line)).toList();
    if (!missing.isEmpty() || !more.isEmpty()) {
      throw new InvalidRequestException(
          "lock",
          "What is installed differs from %s. Only in the file: %s. Only installed: %s."
              .formatted(file, text(missing), text(more)));
    }
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "nothing" : String.join("; ", lines);
  }
}
