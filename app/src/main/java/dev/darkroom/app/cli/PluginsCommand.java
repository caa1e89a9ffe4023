package dev.darkroom.app.cli;

import dev.darkroom.core.plugin.trust.TrustedKeys;
import dev.darkroom.core.spi.Cancellation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What has to do with plug-ins; the work is done by its subcommands.
@Command(
    name = "plugins",
    description = "Begins plug-ins of your own, tries and signs them; says whom you trust.")
final class PluginsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private PluginsCommand() {}

  static CommandLine commandLine(Cancellation cancellation) {
    CommandLine plugins = new CommandLine(new PluginsCommand());
    plugins.addSubcommand(new FetchPluginCommand());
    plugins.addSubcommand(new KeygenCommand());
    plugins.addSubcommand(new KeysCommand(TrustedKeys.ofUser()));
    plugins.addSubcommand(new NewPluginCommand());
    plugins.addSubcommand(new RunPluginCommand(cancellation));
    plugins.addSubcommand(new SignCommand());
    return plugins;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; see darkroom plugins --help");
  }
}
