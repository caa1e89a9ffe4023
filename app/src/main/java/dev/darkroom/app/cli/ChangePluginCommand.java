package dev.darkroom.app.cli;

import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.app.shelf.PluginShelf.Change;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.PluginState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Enables, disables or rolls back an installed plug-in.
@Command
final class ChangePluginCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "See `darkroom plugins list`.")
  private String id = "";

  @Mixin private final JsonOption json = new JsonOption();

  private final Change change;

  ChangePluginCommand(Change change) {
    this.change = change;
  }

  @Override
  public Integer call() {
    InstalledReport.Row row = Workplace.shelf(spec.commandLine()).change(id, change);
    boolean asWanted = change != Change.ENABLE || row.state() == PluginState.ACTIVE;
    if (json.asked) {
      JsonOption.write(spec.commandLine().getOut(), row);
    } else if (asWanted) {
      spec.commandLine().getOut().println(line(row));
    } else {
      throw new InvalidRequestException("plugin", line(row));
    }
    return (asWanted ? ExitCode.OK : ExitCode.INVALID_REQUEST).number();
  }

  private static String line(InstalledReport.Row row) {
    return "%s %s is %s. %s".formatted(row.id(), row.version(), row.state(), row.reason()).strip();
  }
}
