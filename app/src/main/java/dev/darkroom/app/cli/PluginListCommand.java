package dev.darkroom.app.cli;

import dev.darkroom.app.report.PluginKindReport;
import dev.darkroom.core.spi.Configurable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists the plug-ins of one kind, and their settings.
@Command(description = "Lists plug-ins of one kind and the settings that they take.")
final class PluginListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  private final Class<? extends Configurable> kind;

  PluginListCommand(Class<? extends Configurable> kind) {
    this.kind = kind;
  }

  @Override
  public Integer call() {
    PluginKindReport report =
        Workplace.report(
            spec.commandLine(),
            "/v1/" + spec.name(),
            PluginKindReport.class,
            plugins -> PluginKindReport.of(plugins, kind));
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("ID", "TITLE", "WHAT IT DOES");
    for (PluginKindReport.Row row : report.plugins()) {
      table.row(row.id(), row.title(), row.summary());
      row.settings().forEach(s -> table.row("  " + s.name(), s.range(), s.description()));
    }
    table.print(out);
    return ExitCode.OK.number();
  }
}
