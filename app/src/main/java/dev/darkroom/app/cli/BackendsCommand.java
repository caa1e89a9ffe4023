package dev.darkroom.app.cli;

import dev.darkroom.app.bench.Agreement;
import dev.darkroom.app.bench.ShapeBench;
import dev.darkroom.app.report.BackendReport;
import dev.darkroom.core.Darkroom;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.DType;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists backends and their devices, measures them, compares them, and explains the choice.
@Command(
    name = "backends",
    description = {
      "Lists backends and devices, and why one cannot be used.",
      "With an option: measures them, explains which one a model is computed on, or compares their"
          + " results."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  darkroom backends --measure --model-shape sd15",
      "  darkroom backends --why --model path/to/model",
      "  darkroom backends --agree"
    })
final class BackendsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  /// What to do instead of listing: one of these.
  static final class Task {
    @Option(
        names = "--measure",
        description = "Measure a step on every backend, and remember it for the automatic choice.")
    private boolean measure;

    @Option(names = "--why", description = "Explain where each component is computed.")
    private boolean why;

    @Option(
        names = "--agree",
        description = "Run every component on every backend and show the largest differences.")
    private boolean agree;

    private boolean isAsked() {
      return measure || why || agree;
    }
  }

  @ArgGroup private @Nullable Task task;

  @Option(
      names = "--model-shape",
      paramLabel = "NAME",
      description = "Published model instead of one that is here: sd15, sd21, sdxl.")
  private @Nullable String shape;

  @Option(
      names = "--reference",
      paramLabel = "ID",
      defaultValue = "reference",
      description = "With --agree: the backend that the others are compared with.")
  private String reference = "reference";

  @Mixin private final ModelOption models = new ModelOption();
  @Mixin private final EngineOptions engine = new EngineOptions();
  @Mixin private final JsonOption json = new JsonOption();

  private final Cancellation cancellation;

  BackendsCommand(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /// What engines differ by.
  record AgreementReport(double bound, List<Agreement.Row> rows) {}

  @Override
  public Integer call() {
    if (task == null || !task.isAsked()) {
      list();
      return ExitCode.OK.number();
    }
    DarkroomOptions options = engine.options();
    try (Darkroom darkroom = Darkroom.open(options, Workplace.plugins(spec.commandLine()))) {
      ModelSpec model = model(darkroom);
      if (task.agree) {
        return agree(darkroom.plugins(), model);
      }
      PrintWriter progress = spec.commandLine().getErr();
      BackendSpeeds speeds =
          new BackendSpeeds(darkroom.plugins(), options.cache(), progress, cancellation);
      BackendReasons reasons =
          BackendReasons.of(
              darkroom, model, task.measure ? speeds.measure(model) : speeds.known(model));
      show(reasons);
    }
    return ExitCode.OK.number();
  }

  private ModelSpec model(Darkroom darkroom) {
    return shape == null
        ? models.open(darkroom).spec()
        : ShapeBench.published(darkroom.plugins(), shape);
  }

  private void show(BackendReasons reasons) {
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, reasons);
    } else {
      reasons.table().print(out);
    }
  }

  private int agree(PluginCatalog plugins, ModelSpec model) {
    if (shape != null) {
      throw new InvalidRequestException(
          "model-shape", "has no weights to compare results with; name a model with --model.");
    }
    PrintWriter progress = spec.commandLine().getErr();
    List<Agreement.Row> rows =
        new Agreement(plugins, model, progress::println, cancellation).compare(reference);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, new AgreementReport(Agreement.BOUND, rows));
    } else {
      printDifferences(rows, out);
    }
    boolean all = rows.stream().allMatch(Agreement.Row::agrees);
    return all ? ExitCode.OK.number() : ExitCode.UNEXPECTED.number();
  }

  private static void printDifferences(List<Agreement.Row> rows, PrintWriter out) {
    TextTable table =
        new TextTable()
            .row("COMPONENT", "ENGINE", "PRECISION", "DIFFERENCE", "OF VALUES UP TO", "VERDICT");
    for (Agreement.Row row : rows) {
      table.row(
          row.component(),
          row.engine(),
          row.precision(),
          String.format(Locale.ROOT, "%.2e", row.difference()),
          String.format(Locale.ROOT, "%.3g", row.largest()),
          verdict(row));
    }
    table.print(out);
  }

  private static String verdict(Agreement.Row row) {
    if (row.failure() != null) {
      return "FAILED: " + row.failure();
    }
    boolean bounded = row.precision().equals(DType.F32.name());
    return row.agrees() ? (bounded ? "agrees" : "") : "DIFFERS";
  }

  private void list() {
    BackendReport report =
        Workplace.report(
            spec.commandLine(), "/v1/backends", BackendReport.class, BackendReport::of);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
    } else {
      print(report, out);
    }
  }

  private static void print(BackendReport report, PrintWriter out) {
    TextTable table = new TextTable().row("BACKEND", "DEVICE", "USABLE", "DETAIL");
    for (BackendReport.Row row : report.backends()) {
      table.row(row.id(), "", word(row.usable()), row.detail());
      row.devices().forEach(d -> table.row("", d.id(), word(d.usable()), d.detail()));
    }
    table.print(out);
  }

  private static String word(boolean usable) {
    return usable ? "yes" : "no";
  }
}
