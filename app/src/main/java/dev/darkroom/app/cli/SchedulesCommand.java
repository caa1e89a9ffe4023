package dev.darkroom.app.cli;

import dev.darkroom.app.report.ScheduleReport;
import dev.darkroom.core.sampling.SamplingName;
import dev.darkroom.core.sampling.SamplingNames;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows schedules.
@Command(
    name = "schedules",
    description = "Lists the ways to spread steps over noise levels, or tells about one.",
    footerHeading = "%nExamples:%n",
    footer = {"  darkroom schedules list", "  darkroom schedules info karras"})
final class SchedulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    return list(json);
  }

  @Command(
      name = "list",
      description = {
        "Lists schedules: settings that --set takes, other names.",
        "Without a command, `schedules` does the same."
      })
  int list(@Mixin JsonOption how) {
    PrintWriter out = spec.commandLine().getOut();
    ScheduleReport report = schedules(spec.commandLine());
    if (how.asked) {
      JsonOption.write(out, report);
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("SCHEDULE", "TITLE", "WHAT IT DOES");
    for (ScheduleReport.Row row : report.schedules()) {
      table.row(row.id(), row.title(), row.summary());
      NamedRows.list(table, row.aliases(), row.presets(), row.settings());
    }
    table.print(out);
    return ExitCode.OK.number();
  }

  /// What a name stands for.
  record Meaning(SamplingName meaning, ScheduleReport.Row schedule) {}

  @Command(name = "info", description = "Tells what a name stands for, and about the schedule.")
  int info(
      @Parameters(paramLabel = "NAME", description = "Id or any name of a schedule.") String name,
      @Mixin JsonOption how) {
    ScheduleReport report = schedules(spec.commandLine());
    SamplingName meaning = new SamplingNames(List.of(), report.names()).schedule(name);
    ScheduleReport.Row row = report.row(meaning.id());
    PrintWriter out = spec.commandLine().getOut();
    if (how.asked) {
      JsonOption.write(out, new Meaning(meaning, row));
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row(row.title(), row.summary());
    if (!meaning.isPlain(row.id())) {
      table.row("  \"" + name + "\"", row.id() + " " + new TreeMap<>(meaning.settings()));
    }
    table.row("  id", row.id());
    table.row("  names", String.join(", ", row.aliases()));
    NamedRows.describe(table, row.presets(), row.settings());
    table.print(out);
    return ExitCode.OK.number();
  }

  static ScheduleReport schedules(CommandLine command) {
    return Workplace.report(command, "/v1/schedules", ScheduleReport.class, ScheduleReport::of);
  }
}
