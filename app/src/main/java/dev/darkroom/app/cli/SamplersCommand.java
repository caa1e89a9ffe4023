package dev.darkroom.app.cli;

import dev.darkroom.app.report.SamplerReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists samplers and their settings.
@Command(name = "samplers", description = "Lists samplers and the settings that --set takes.")
final class SamplersCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    SamplerReport report =
        Workplace.report(
            spec.commandLine(), "/v1/samplers", SamplerReport.class, SamplerReport::of);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("SAMPLER", "TITLE", "ALIASES");
    for (SamplerReport.Row row : report.samplers()) {
      table.row(row.id(), row.title(), String.join(", ", row.aliases()));
      row.settings().forEach(s -> table.row("  " + s.name(), s.range(), s.description()));
    }
    table.print(out);
    return ExitCode.OK.number();
  }
}
