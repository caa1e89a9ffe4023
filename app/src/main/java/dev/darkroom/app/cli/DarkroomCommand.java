package dev.darkroom.app.cli;

import dev.darkroom.app.ProgramVersion;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.Script;
import dev.darkroom.core.spi.Upscaler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command that all others hang on.
@Command(
    name = "darkroom",
    description = "Makes pictures from text, on this machine.",
    versionProvider = ProgramVersion.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  darkroom generate \"a red apple\"",
      "  darkroom generate \"a cat on a blue background\" --steps 30 --seed 7 --output cat.png",
      "  darkroom info cat.png",
      "  darkroom generate --from cat.png --output again.png",
      "  darkroom doctor",
      "",
      "Exit codes: 0 done, 2 invalid request, 3 a model or file cannot be used, 4 a backend"
          + " failed,",
      "130 cancelled, 1 anything else."
    })
public final class DarkroomCommand {

  @SuppressWarnings("unused") // looked up by name
  @Option(
      names = StackTraceOption.NAME,
      scope = ScopeType.INHERIT,
      description = "Show where a failure comes from.")
  private boolean stackTrace;

  @SuppressWarnings("unused") // looked up by name
  @Option(
      names = LocalOption.NAME,
      scope = ScopeType.INHERIT,
      description = "Do everything in this process, even if a host runs.")
  private boolean local;

  @SuppressWarnings("unused") // looked up by name
  @Option(
      names = SafeOption.NAME,
      scope = ScopeType.INHERIT,
      description = "Do everything in this process, and leave installed plug-ins aside.")
  private boolean safe;

  private DarkroomCommand() {}

  /// The whole command line.
  ///
  /// @param cancellation stops the command that runs
  public static CommandLine commandLine(Cancellation cancellation) {
    Failures failures = new Failures();
    CommandLine root = new CommandLine(new DarkroomCommand());
    root.addSubcommand(new GenerateCommand(cancellation));
    root.addSubcommand(new ProcessCommand());
    root.addSubcommand(new UpscaleCommand());
    root.addSubcommand(new RunCommand(cancellation));
    root.addSubcommand(new ModelsCommand());
    root.addSubcommand(new BackendsCommand(cancellation));
    root.addSubcommand(SamplersCommand.commandLine(cancellation));
    root.addSubcommand(new SchedulesCommand());
    root.addSubcommand("scripts", new PluginListCommand(Script.class));
    root.addSubcommand("hooks", new PluginListCommand(DenoiseHookProvider.class));
    root.addSubcommand("processors", new PluginListCommand(ImageProcessor.class));
    root.addSubcommand("upscalers", new PluginListCommand(Upscaler.class));
    root.addSubcommand(PluginsCommand.commandLine(cancellation));
    root.addSubcommand(new BenchCommand(cancellation));
    root.addSubcommand(new InfoCommand());
    root.addSubcommand(new DoctorCommand());
    root.addSubcommand(new ServeCommand(cancellation));
    root.addSubcommand(new HostCommand());
    root.setParameterExceptionHandler(failures);
    root.setExecutionExceptionHandler(failures);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    return root;
  }
}
