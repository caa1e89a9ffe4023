package dev.darkroom.app.cli;

import dev.darkroom.app.ProgramVersion;
import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.core.plugin.PluginHostOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Everything about installed plug-ins, for a report of a fault.
@Command(
    name = "diagnose",
    description = "Tells everything about installed plug-ins, for a report of a fault.")
final class DiagnosePluginsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "ID", description = "One plug-in only. Default: all.")
  private @Nullable String id;

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    InstalledReport report = Workplace.shelf(spec.commandLine()).list();
    List<InstalledReport.Row> rows =
        id == null ? report.plugins() : List.of(InfoPluginCommand.find(report, id));
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, new InstalledReport(rows, report.lingering(), report.issues()));
      return ExitCode.OK.number();
    }
    out.println(
        "Darkroom %s, interfaces %s, Java %s"
            .formatted(ProgramVersion.version(), PluginHostOptions.API, Runtime.version()));
    for (InstalledReport.Row row : rows) {
      out.println();
      InfoPluginCommand.print(out, row);
    }
    out.println();
    report.issues().forEach(issue -> out.println("Cannot be used: " + issue));
    out.println(
        report.lingering().isEmpty()
            ? "No class of a plug-in that is gone is held."
            : "Gone, but still held by something: " + String.join(", ", report.lingering()));
    out.flush();
    return ExitCode.OK.number();
  }
}
