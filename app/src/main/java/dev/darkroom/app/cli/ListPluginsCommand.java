package dev.darkroom.app.cli;

import dev.darkroom.app.report.InstalledReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists the plug-ins that the user installed.
@Command(name = "list", description = "Lists installed plug-ins, and why one is not in use.")
final class ListPluginsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    print(spec.commandLine().getOut(), json, Workplace.shelf(spec.commandLine()).list());
    return ExitCode.OK.number();
  }

  static void print(PrintWriter out, JsonOption json, InstalledReport report) {
    if (json.asked) {
      JsonOption.write(out, report);
      return;
    }
    if (report.plugins().isEmpty()) {
      out.println("No plug-in is installed; see darkroom plugins install --help.");
    } else {
      TextTable table = new TextTable().row("PLUG-IN", "VERSION", "STATE", "PROVIDES OR REASON");
      for (InstalledReport.Row row : report.plugins()) {
        String provides = String.join(", ", row.provides());
        table.row(
            row.id(),
            row.version(),
            row.state().name(),
            row.reason().isEmpty() ? provides : row.reason());
      }
      table.print(out);
    }
    report.issues().forEach(issue -> out.println("note: " + issue));
    out.flush();
  }
}
