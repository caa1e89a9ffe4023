package dev.darkroom.app.cli;

import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.app.shelf.PluginShelf.Change;
import dev.darkroom.core.plugin.info.PluginState;
import java.io.PrintWriter;
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
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, row);
    } else {
      out.println(
          "%s %s is %s. %s".formatted(row.id(), row.version(), row.state(), row.reason()).strip());
      out.flush();
    }
    boolean asWanted = change == Change.DISABLE || row.state() == PluginState.ACTIVE;
    return (asWanted ? ExitCode.OK : ExitCode.INVALID_REQUEST).number();
  }
}
