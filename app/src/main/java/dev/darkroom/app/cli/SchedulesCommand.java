package dev.darkroom.app.cli;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.ScheduleProvider;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists schedules.
@Command(name = "schedules", description = "Lists the ways to spread steps over noise levels.")
final class SchedulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  /// All schedules, preferred ones first.
  record Report(List<Row> schedules) {}

  /// One schedule.
  record Row(String id, String title, List<String> aliases) {}

  @Override
  public Integer call() {
    List<Row> rows =
        PluginCatalog.load().all(ScheduleProvider.class).stream()
            .map(plugin -> new Row(plugin.id(), plugin.title(), plugin.aliases()))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, new Report(rows));
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("SCHEDULE", "TITLE", "ALIASES");
    rows.forEach(row -> table.row(row.id(), row.title(), String.join(", ", row.aliases())));
    table.print(out);
    return ExitCode.OK.number();
  }
}
