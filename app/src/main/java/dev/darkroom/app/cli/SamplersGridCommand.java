package dev.darkroom.app.cli;

import dev.darkroom.app.OutputPlace;
import dev.darkroom.app.cli.SamplerGrid.Wanted;
import dev.darkroom.app.report.SamplerReport;
import dev.darkroom.app.report.ScheduleReport;
import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.RequestOptions;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.sampling.SamplingNames;
import dev.darkroom.core.spi.Cancellation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Draws one picture with each of many samplers, side by side.
@Command(
    name = "grid",
    description = {
      "Draws one prompt with every sampler, from the same noise, and lays the pictures side by"
          + " side.",
      "A sampler that fails is told on standard error, and the others go on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  darkroom samplers grid \"a red apple\" --seed 7 --output samplers.png",
      "  darkroom samplers grid \"a cat\" --samplers euler,\"DPM++ 2M\",heun --schedule karras"
    })
final class SamplersGridCommand implements Callable<Integer> {

  private static final int MOST_COLUMNS = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PROMPT", description = "What the pictures show.")
  private String prompt = "";

  @Option(
      names = "--samplers",
      paramLabel = "NAME",
      split = ",",
      description = "Samplers, separated by commas. Default: all.")
  private List<String> names = List.of();

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "10",
      description = "Pictures in a row. Default: ${DEFAULT-VALUE}.")
  private int columns;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "samplers.png",
      description = "PNG file; replaced if it is there. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("");

  @Mixin private final ModelOption models = new ModelOption();
  @Mixin private final RequestOptions picture = new RequestOptions();
  @Mixin private final EngineOptions engine = new EngineOptions();
  @Mixin private final JsonOption json = new JsonOption();

  private final Cancellation cancellation;

  private SamplersGridCommand(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  static CommandLine commandLine(Cancellation cancellation) {
    CommandSpec command = CommandSpec.forAnnotatedObject(new SamplersGridCommand(cancellation));
    for (String decided : List.of("--sampler", "--batch", "--script")) {
      command.remove(command.findOption(decided));
    }
    return new CommandLine(command);
  }

  /// What was drawn.
  record Report(String file, long seed, List<SamplerGrid.Cell> samplers) {}

  @Override
  public Integer call() {
    if (columns < 1 || columns > MOST_COLUMNS) {
      throw new InvalidRequestException(
          "columns", "must be between 1 and %d, got %d.".formatted(MOST_COLUMNS, columns));
    }
    OutputPlace.requireWritable(output);
    List<Wanted> samplers = samplers();
    Order order = new Order(prompt, null, models.absolute(), picture, engine.choice());
    try (Studio studio = Workplace.studio(spec.commandLine())) {
      SamplerGrid grid = new SamplerGrid(studio, order, cancellation);
      draw(grid, samplers);
      new Png(grid.sheet(columns), new LinkedHashMap<>()).write(output);
      show(new Report(output.toString(), grid.seed(), grid.cells()));
      return grid.exitCode().number();
    }
  }

  private void draw(SamplerGrid grid, List<Wanted> samplers) {
    PrintWriter err = spec.commandLine().getErr();
    try (ProgressDisplay progress = new ProgressDisplay(err, "Drawing", "picture")) {
      grid.draw(samplers, notices(err), done -> progress.step(done, samplers.size()));
    }
  }

  private static DrawingListener notices(PrintWriter err) {
    return new DrawingListener() {
      @Override
      public void notice(String text) {
        err.println("darkroom: " + text);
      }
    };
  }

  /// All samplers, or those that are named, which may be on a schedule or with settings.
  private List<Wanted> samplers() {
    CommandLine command = spec.commandLine();
    SamplerReport all = SamplersCommand.samplers(command);
    if (names.isEmpty()) {
      return all.samplers().stream()
          .map(row -> new Wanted(row.id(), row.title()))
          .sorted(Comparator.comparing(Wanted::name))
          .toList();
    }
    ScheduleReport schedules = SchedulesCommand.schedules(command);
    SamplingNames known = new SamplingNames(all.names(), schedules.names());
    names.forEach(known::sampler);
    return names.stream().map(name -> new Wanted(name, name)).toList();
  }

  private void show(Report report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
      return;
    }
    PrintWriter err = spec.commandLine().getErr();
    List<SamplerGrid.Cell> failed =
        report.samplers().stream().filter(cell -> !cell.failure().isEmpty()).toList();
    failed.forEach(cell -> err.println("darkroom: " + cell.sampler() + ": " + cell.failure()));
    double seconds = report.samplers().stream().mapToDouble(SamplerGrid.Cell::seconds).sum();
    err.printf(
        Locale.ROOT,
        "Seed %d, %d pictures in %.1f s, %d failed.%n",
        report.seed(),
        report.samplers().size() - failed.size(),
        seconds,
        failed.size());
    out.println(report.file());
    out.flush();
  }
}
