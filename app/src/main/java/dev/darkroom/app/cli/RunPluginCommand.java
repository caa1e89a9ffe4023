package dev.darkroom.app.cli;

import dev.darkroom.app.OwnProgram;
import dev.darkroom.app.kit.DevelopmentPlugin;
import dev.darkroom.app.kit.DevelopmentPlugin.Outcome;
import dev.darkroom.app.kit.PluginProcess;
import dev.darkroom.app.kit.ProjectWatch;
import dev.darkroom.app.shelf.UserPlugins;
import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.spi.Cancellation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Loads a plug-in that is being written, again and again.
@Command(
    name = "run",
    description = {
      "Installs the compiled classes of a plug-in's project as users will install its jar, beside a"
          + " copy",
      "of your plug-ins, and anew when they change. Nothing of it stays.",
      "A command behind -- is run with the plug-in after each time. Ctrl-C ends it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  darkroom plugins run my-sampler",
      "  darkroom plugins run my-sampler -- serve",
      "  darkroom plugins run my-sampler -- generate \"a red apple\" --sampler my-sampler --seed 1"
          + " --output apple.png"
    })
final class RunPluginCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "The project. Default: the current folder.")
  private Path project = Path.of("");

  @Parameters(index = "1..*", paramLabel = "COMMAND", description = "What to run, behind --.")
  private List<String> command = new ArrayList<>();

  private final Cancellation cancellation;

  RunPluginCommand(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  @Override
  public Integer call() {
    Path folder = project.toAbsolutePath().normalize();
    PluginHostOptions options = UserPlugins.options();
    try (DevelopmentPlugin plugin = DevelopmentPlugin.of(folder, options);
        PluginProcess process = new PluginProcess(wholeCommand(), plugin.folder());
        ProjectWatch watch = ProjectWatch.of(folder, plugin.classes());
        Cancellation.Registration _ = cancellation.onCancel(watch::close)) {
      do {
        load(plugin, process);
      } while (watch.await());
    }
    return ExitCode.OK.number();
  }

  /// A command that cannot be run any more would only say so again.
  private void load(DevelopmentPlugin plugin, PluginProcess process) {
    Outcome outcome = plugin.load();
    PrintWriter out = spec.commandLine().getOut();
    outcome.lines().forEach(out::println);
    out.flush();
    switch (outcome) {
      case Outcome.Loaded _ -> process.restart();
      case Outcome.Refused _ -> process.close();
    }
  }

  private List<String> wholeCommand() {
    if (command.isEmpty()) {
      return List.of();
    }
    int own = spec.root().commandLine().getParseResult().originalArgs().size();
    List<String> whole = new ArrayList<>(OwnProgram.commandLine(own));
    whole.addAll(command);
    return whole;
  }
}
