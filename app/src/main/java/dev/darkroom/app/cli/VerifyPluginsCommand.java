package dev.darkroom.app.cli;

import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.core.plugin.info.PluginState;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Compares private copies with what was installed.
@Command(
    name = "verify",
    description = {
      "Compares Darkroom's private copies of plug-ins with what was installed.",
      "One that was changed is not used any more; the exit code is 3 then."
    })
final class VerifyPluginsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    InstalledReport report = Workplace.shelf(spec.commandLine()).verify();
    ListPluginsCommand.print(spec.commandLine().getOut(), json, report);
    boolean changed =
        report.plugins().stream().anyMatch(row -> row.state() == PluginState.MODIFIED);
    return (changed ? ExitCode.FILE : ExitCode.OK).number();
  }
}
