package dev.darkroom.app.cli;

import dev.darkroom.app.report.InstalledReport.Release;
import dev.darkroom.app.report.InstalledReport.Row;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Describes an installed plug-in.
@Command(name = "info", description = "Describes an installed plug-in.")
final class InfoPluginCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "See `darkroom plugins list`.")
  private String id = "";

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    Row row = Workplace.shelf(spec.commandLine()).list().find(id);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, row);
    } else {
      print(out, row);
      out.flush();
    }
    return ExitCode.OK.number();
  }

  static void print(PrintWriter out, Row row) {
    TextTable table =
        new TextTable()
            .row("Plug-in", row.id() + " " + row.version())
            .row("State", (row.state() + " " + row.reason()).strip())
            .row("Provides", String.join(", ", row.provides()))
            .row("Title", row.about().title())
            .row("Description", row.about().description())
            .row("Licence", row.about().licence())
            .row("Homepage", row.about().homepage())
            .row("Made for", "interfaces " + row.about().api())
            .row("Requires", String.join(", ", row.about().requires()));
    release(table, "Installed", row.release());
    row.previous().forEach(release -> release(table, "Before", release));
    table.print(out);
  }

  private static void release(TextTable table, String title, Release release) {
    table.row(title, "%s, %s".formatted(release.version(), release.signature()));
    table.row("  hash", "sha256:" + release.sha256());
    table.row("  granted", String.join(", ", release.granted()));
    table.row("  from", release.source());
  }
}
