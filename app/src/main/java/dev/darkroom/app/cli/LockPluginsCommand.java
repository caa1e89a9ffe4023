package dev.darkroom.app.cli;

import dev.darkroom.app.report.LockReport;
import dev.darkroom.app.report.LockReport.Line;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.plugin.LockedPlugin;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private final JsonOption json = new JsonOption();

  /// How a lock file differs from what is installed.
  record Difference(List<Line> onlyInFile, List<Line> onlyInstalled) {

    boolean isNone() {
      return onlyInFile.isEmpty() && onlyInstalled.isEmpty();
    }
  }

  @Override
  public Integer call() {
    // before a host is asked: the file may not be there
    List<Line> wanted = check == null ? List.of() : read(check);
    LockReport installed = Workplace.shelf(spec.commandLine()).lock();
    return (check == null ? print(installed) : compare(installed, wanted, check)).number();
  }

  private ExitCode print(LockReport installed) {
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, installed);
    } else {
      installed.plugins().forEach(line -> out.println(line.text()));
      out.flush();
    }
    return ExitCode.OK;
  }

  private ExitCode compare(LockReport installed, List<Line> wanted, Path file) {
    Difference difference =
        new Difference(without(wanted, installed.plugins()), without(installed.plugins(), wanted));
    if (json.asked) {
      JsonOption.write(spec.commandLine().getOut(), difference);
    } else if (!difference.isNone()) {
      throw new InvalidRequestException(
          "lock",
          "What is installed differs from %s. Only in the file: %s. Only installed: %s."
              .formatted(file, text(difference.onlyInFile()), text(difference.onlyInstalled())));
    }
    return difference.isNone() ? ExitCode.OK : ExitCode.INVALID_REQUEST;
  }

  private static List<Line> without(List<Line> lines, List<Line> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }

  private static String text(List<Line> lines) {
    return lines.isEmpty()
        ? "nothing"
        : lines.stream().map(Line::text).collect(Collectors.joining("; "));
  }

  private static List<Line> read(Path file) {
    try {
      return LockedPlugin.parse(Files.readString(file)).stream().map(Line::of).toList();
    } catch (NoSuchFileException e) {
      throw new ModelFormatException(
          file.toString(), "there is no such file. Make one: darkroom plugins lock >FILE", e);
    } catch (IOException e) {
      throw new ModelFormatException(
          file.toString(), "is no lock file that can be read (%s).".formatted(e), e);
    }
  }
}
