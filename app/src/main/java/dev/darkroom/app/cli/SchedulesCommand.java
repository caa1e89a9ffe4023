package dev.darkroom.app.cli;

import dev.darkroom.app.report.ScheduleReport;
import java.io.PrintWriter;
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

  @Override
  public Integer call() {
    ScheduleReport report =
        Workplace.report(
            spec.commandLine(), "/v1/schedules", ScheduleReport.class, ScheduleReport::of);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("SCHEDULE", "TITLE", "ALIASES");
    report
        .schedules()
        .forEach(row -> table.row(row.id(), row.title(), String.join(", ", row.aliases())));
    table.print(out);
    return ExitCode.OK.number();
  }
}
