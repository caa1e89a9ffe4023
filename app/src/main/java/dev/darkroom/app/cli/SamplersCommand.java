package dev.darkroom.app.cli;

import dev.darkroom.app.report.SamplerReport;
import dev.darkroom.app.report.ScheduleReport;
import dev.darkroom.core.sampling.SamplingName;
import dev.darkroom.core.sampling.SamplingNames;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.SamplerTraits;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows samplers.
@Command(
    name = "samplers",
    description = "Lists samplers, tells about one, or draws with all of them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  darkroom samplers list",
      "  darkroom samplers info \"DPM++ 2M Karras\"",
      "  darkroom samplers grid \"a red apple\" --seed 7 --output samplers.png"
    })
final class SamplersCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  private SamplersCommand() {}

  static CommandLine commandLine(Cancellation cancellation) {
    CommandLine samplers = new CommandLine(new SamplersCommand());
    samplers.addSubcommand(SamplersGridCommand.commandLine(cancellation));
    return samplers;
  }

  @Override
  public Integer call() {
    return list(json);
  }

  @Command(
      name = "list",
      description = {
        "Lists samplers: order of convergence, model calls a step, whether noise is drawn, settings"
            + " that --set takes, other names.",
        "Without a command, `samplers` does the same."
      })
  int list(@Mixin JsonOption how) {
    PrintWriter out = spec.commandLine().getOut();
    SamplerReport report = samplers(spec.commandLine());
    if (how.asked) {
      JsonOption.write(out, report);
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("SAMPLER", "TITLE", "ORDER", "CALLS", "NOISE");
    for (SamplerReport.Row row : report.samplers()) {
      SamplerTraits traits = row.traits();
      table.row(row.id(), row.title(), order(traits), calls(traits), noise(traits));
      NamedRows.list(table, row.aliases(), row.presets(), row.settings());
    }
    table.print(out);
    return ExitCode.OK.number();
  }

  /// What a name stands for.
  record Meaning(SamplingName meaning, SamplerReport.Row sampler) {}

  @Command(name = "info", description = "Tells what a name stands for, and about the sampler.")
  int info(
      @Parameters(paramLabel = "NAME", description = "Id or any name of a sampler.") String name,
      @Mixin JsonOption how) {
    SamplerReport samplers = samplers(spec.commandLine());
    ScheduleReport schedules = SchedulesCommand.schedules(spec.commandLine());
    SamplingName meaning = new SamplingNames(samplers.names(), schedules.names()).sampler(name);
    SamplerReport.Row row = samplers.row(meaning.id());
    PrintWriter out = spec.commandLine().getOut();
    if (how.asked) {
      JsonOption.write(out, new Meaning(meaning, row));
    } else {
      describe(name, meaning, row).print(out);
    }
    return ExitCode.OK.number();
  }

  private static TextTable describe(String name, SamplingName meaning, SamplerReport.Row row) {
    TextTable table = new TextTable().row(row.title(), row.summary());
    if (!meaning.isPlain(row.id())) {
      String schedule = meaning.schedule().isEmpty() ? "" : " on " + meaning.schedule();
      String settings = meaning.settings().isEmpty() ? "" : " " + new TreeMap<>(meaning.settings());
      table.row("  \"" + name + "\"", row.id() + schedule + settings);
    }
    table.row("  id", row.id());
    table.row("  order", order(row.traits()));
    table.row("  model calls a step", calls(row.traits()));
    table.row("  noise", noise(row.traits()));
    if (row.guidance() != null) {
      table.row("  guidance scale", row.guidance().toString());
    }
    table.row("  names", String.join(", ", row.aliases()));
    NamedRows.describe(table, row.presets(), row.settings());
    return table;
  }

  static SamplerReport samplers(CommandLine command) {
    return Workplace.report(command, "/v1/samplers", SamplerReport.class, SamplerReport::of);
  }

  private static String order(SamplerTraits traits) {
    return traits.order() == 0 ? "-" : Integer.toString(traits.order());
  }

  private static String calls(SamplerTraits traits) {
    double calls = traits.modelCalls();
    return calls == 0 ? "varies" : new BigDecimal(calls).stripTrailingZeros().toPlainString();
  }

  private static String noise(SamplerTraits traits) {
    return traits.stochastic() ? "drawn" : "-";
  }
}
