package dev.darkroom.app.cli;

import dev.darkroom.app.report.DiagnosisReport;
import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.core.plugin.PluginHostOptions.Mode;
import java.io.PrintWriter;
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
    DiagnosisReport report = Workplace.shelf(spec.commandLine()).diagnose();
    if (id != null) {
      report = report.only(id);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
    } else {
      print(out, report);
    }
    return ExitCode.OK.number();
  }

  private static void print(PrintWriter out, DiagnosisReport report) {
    DiagnosisReport.Program program = report.program();
    new TextTable()
        .row("Darkroom", "%s, interfaces %s".formatted(program.version(), program.interfaces()))
        .row("Java", program.java())
        .row("System", program.system())
        .row("Folder", program.folder())
        .row("Plug-ins", program.mode() == Mode.SAFE ? "left aside (--safe)" : "started")
        .print(out);
    for (InstalledReport.Row row : report.plugins()) {
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
  }
}
