package dev.darkroom.app.cli;

import dev.darkroom.app.report.ModelReport;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.core.spi.Plugins;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists models and describes them.
@Command(name = "models", description = "Lists models, or describes one.")
final class ModelsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: list or info");
  }

  @Command(name = "list", description = "Lists the installed models; the first is the default.")
  int list(@Mixin JsonOption json) {
    ModelReport report =
        Workplace.report(spec.commandLine(), "/v1/models", ModelReport.class, ModelReport::of);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("MODEL", "TITLE", "SETTINGS");
    for (ModelReport.Row row : report.models()) {
      table.row(
          row.id(),
          row.title(),
          "%s, %d steps, guidance %s".formatted(row.sampler(), row.steps(), row.guidance()));
    }
    table.print(out);
    return ExitCode.OK.number();
  }

  @Command(name = "info", description = "Describes a model.")
  int info(
      @Parameters(
              paramLabel = "MODEL",
              arity = "0..1",
              defaultValue = "",
              description = "Folder or file, or id of an installed model. Default: the first one.")
          String name,
      @Mixin JsonOption json) {
    Plugins plugins = Workplace.plugins(spec.commandLine());
    ModelDescription description = ModelDescription.of(plugins, location(plugins, name));
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, description);
    } else {
      description.print(out);
    }
    return ExitCode.OK.number();
  }

  private static Path location(Plugins plugins, String name) {
    Path path = Path.of(name);
    boolean isPath = Files.exists(path) || name.contains("/") || name.contains("\\");
    if (!name.isEmpty() && isPath) {
      return path;
    }
    String id = name.isEmpty() ? first(plugins) : name;
    return plugins.find(ModelProvider.class, id).folder(DarkroomOptions.defaults().cache());
  }

  private static String first(Plugins plugins) {
    return plugins.all(ModelProvider.class).stream()
        .map(ModelProvider::id)
        .findFirst()
        .orElse("default");
  }
}
