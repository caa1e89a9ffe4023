package dev.darkroom.app.cli;

import dev.darkroom.app.bench.EngineBench;
import dev.darkroom.app.bench.Engines;
import dev.darkroom.app.bench.GenerationBench;
import dev.darkroom.app.bench.ScratchFile;
import dev.darkroom.app.bench.ShapeBench;
import dev.darkroom.app.bench.ShapeReport;
import dev.darkroom.core.Darkroom;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.ModelSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how fast this machine draws.
@Command(
    name = "bench",
    description = {
      "Measures how fast this machine draws.",
      "Without --model-shape whole pictures are made; with it, single steps of the network of a"
          + " published model with random weights, for which no model is needed.",
      "With --backend all, steps on every backend that works here, in one table."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  darkroom bench",
      "  darkroom bench --model-shape sd15 --steps 5",
      "  darkroom bench --model-shape sd15 --backend all"
    })
final class BenchCommand implements Callable<Integer> {

  private static final int MAX_STEPS = 1000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--model-shape",
      paramLabel = "NAME",
      description = "Published model whose sizes to take: sd15, sd21, sdxl.")
  private @Nullable String shape;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "5",
      description = "Steps (or pictures) to measure.")
  private int steps;

  @Option(
      names = "--weights",
      hidden = true,
      description = "Weights that are there already: how `--backend all` measures each backend.")
  private @Nullable Path weights;

  @Mixin private final ModelOption models = new ModelOption();
  @Mixin private final EngineOptions engine = new EngineOptions();
  @Mixin private final JsonOption json = new JsonOption();

  private final Cancellation cancellation;

  BenchCommand(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  @Override
  public Integer call() {
    if (steps < 1 || steps > MAX_STEPS) {
      throw new InvalidRequestException(
          "steps", "must be between 1 and %d, got %d.".formatted(MAX_STEPS, steps));
    }
    DarkroomOptions options = engine.options();
    if (engine.meansAll()) {
      options = options.withBackend(DarkroomOptions.AUTO);
    }
    try (Darkroom darkroom = Darkroom.open(options, Workplace.plugins(spec.commandLine()))) {
      if (engine.meansAll()) {
        show(all(darkroom, options));
      } else if (weights != null) {
        show(bench(darkroom, options).run(weights, steps, cancellation));
      } else if (shape == null) {
        show(new GenerationBench(models.open(darkroom), cancellation).run(steps));
      } else {
        show(shapeReport(darkroom, options));
      }
    }
    return ExitCode.OK.number();
  }

  private ShapeBench.Shape network(Darkroom darkroom) {
    if (shape != null) {
      return ShapeBench.of(darkroom.plugins(), shape);
    }
    ModelSpec model = models.open(darkroom).spec();
    return ShapeBench.of(darkroom.plugins(), model, model.title());
  }

  private ShapeBench bench(Darkroom darkroom, DarkroomOptions options) {
    return network(darkroom).on(darkroom.backend(), options.precision().common());
  }

  private ShapeReport shapeReport(Darkroom darkroom, DarkroomOptions options) {
    try (ScratchFile file = scratch(options, network(darkroom))) {
      return bench(darkroom, options).run(file.path(), steps, cancellation);
    }
  }

  private ScratchFile scratch(DarkroomOptions options, ShapeBench.Shape network) {
    ScratchFile file = ScratchFile.create(options.cache(), network.weightBytes());
    say("Writing random weights to " + file.path() + " ...");
    return file;
  }

  private EngineTable all(Darkroom darkroom, DarkroomOptions options) {
    ShapeBench.Shape network = network(darkroom);
    int arguments = root().getParseResult().originalArgs().size();
    EngineBench engines = EngineBench.ofThisProgram(arguments, cancellation);
    List<EngineTable.Measurement> measurements = new ArrayList<>();
    try (ScratchFile file = scratch(options, network)) {
      network.writeWeights(file.path());
      List<Engines.Candidate> candidates = Engines.fast(darkroom.plugins());
      for (Engines.Candidate candidate : candidates) {
        say(
            "Measuring %s (%d of %d) ..."
                .formatted(candidate.name(), measurements.size() + 1, candidates.size()));
        measurements.add(measure(engines, candidate, file));
      }
    }
    return EngineTable.of(network.name(), network.flop(), measurements);
  }

  private EngineTable.Measurement measure(
      EngineBench engines, Engines.Candidate candidate, ScratchFile file) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--backend", candidate.backend().id()));
    arguments.addAll(List.of("--device", candidate.device().id()));
    arguments.addAll(List.of("--precision", candidate.precision().name()));
    arguments.addAll(List.of("--steps", Integer.toString(steps)));
    arguments.addAll(List.of("--weights", file.path().toString()));
    if (shape != null) {
      arguments.addAll(List.of("--model-shape", shape));
    } else if (models.folder != null) {
      arguments.addAll(List.of("--model", models.folder.toString()));
    }
    try {
      return new EngineTable.Measurement(candidate, engines.run(arguments), null);
    } catch (BackendException e) {
      return new EngineTable.Measurement(candidate, null, e.getMessage());
    }
  }

  private CommandLine root() {
    return spec.root().commandLine();
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void show(EngineTable table) {
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, table);
    } else {
      out.printf(Locale.ROOT, "%s, %.1f GFLOP a step%n", table.network(), table.flop() / 1e9);
      table.table().print(out);
    }
  }

  private void show(GenerationBench.Report report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
      return;
    }
    new TextTable()
        .row("Model", report.model())
        .row("Engine", report.engine())
        .row("Picture", "%s, %d steps".formatted(report.size(), report.steps()))
        .row("Load", seconds(report.load()))
        .row("First picture", seconds(report.first()))
        .row("Picture", "%s (median of %d)".formatted(seconds(report.picture()), report.pictures()))
        .row("Step", seconds(report.step()))
        .row("Peak memory", bytes(report.peakBytes()))
        .print(out);
  }

  private void show(ShapeReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
      return;
    }
    ShapeReport.Time time = report.time();
    ShapeReport.Rate rate = report.rate();
    Double share = report.memory().toWeights();
    new TextTable()
        .row("Network", "%s, %,d parameters".formatted(report.shape(), report.work().parameters()))
        .row("Inputs", report.input())
        .row("Engine", report.engine() + ", " + report.precision())
        .row("Load", seconds(time.load()))
        .row("Second load", seconds(time.secondLoad()))
        .row("Step", "%s (median of %d)".formatted(seconds(time.step()), time.steps()))
        .row("Fastest step", seconds(time.fastestStep()))
        .row("Work of a step", number(report.work().flop() / 1e9) + " GFLOP")
        .row("Rate", number(rate.gflops()) + " GFLOP/s")
        .row("Matrix product peak", number(rate.peakGflops()) + " GFLOP/s, measured")
        .row("Share of the peak", number(rate.share()))
        .row("Peak memory", bytes(report.memory().peakBytes()))
        .row("Weights in float32", bytes(report.work().weightBytes()))
        .row("Memory to weights", share == null ? "unknown" : number(share))
        .print(out);
  }

  private static String seconds(double value) {
    return number(value) + " s";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String bytes(@Nullable Long value) {
    return value == null ? "unknown" : String.format(Locale.ROOT, "%,d MiB", value >> 20);
  }
}
