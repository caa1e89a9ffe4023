package dev.darkroom.app.cli;

import dev.darkroom.app.shelf.PluginShelf.Change;
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
    description = {
      "Installs plug-ins and looks after them, while a host runs, too.",
      "Begins plug-ins of your own, tries and signs them; says whom you trust."
    })
final class PluginsCommand implements Runnable {

  private static final String INSTALL =
      "Installs a plug-in from a jar or by its Maven coordinates, or replaces the version that is"
          + " there; asks before it does.";
  private static final String UPDATE = "Replaces an installed plug-in by another version.";
  private static final String ENABLE = "Starts a plug-in that was disabled or set aside.";
  private static final String DISABLE = "Leaves an installed plug-in aside.";
  private static final String ROLLBACK = "Goes back to the version from before.";

  @Spec private CommandSpec spec = CommandSpec.create();

  private PluginsCommand() {}

  static CommandLine commandLine(Cancellation cancellation) {
    CommandLine plugins = new CommandLine(new PluginsCommand());
    plugins.addSubcommand(new FetchPluginCommand());
    plugins.addSubcommand(new ListPluginsCommand());
    plugins.addSubcommand(new InfoPluginCommand());
    described(plugins, "install", InstallPluginCommand.install(), INSTALL);
    described(plugins, "update", InstallPluginCommand.update(), UPDATE);
    described(plugins, "enable", new ChangePluginCommand(Change.ENABLE), ENABLE);
    described(plugins, "disable", new ChangePluginCommand(Change.DISABLE), DISABLE);
    described(plugins, "rollback", new ChangePluginCommand(Change.ROLLBACK), ROLLBACK);
    plugins.addSubcommand(new RemovePluginCommand());
    plugins.addSubcommand(new VerifyPluginsCommand());
    plugins.addSubcommand(new LockPluginsCommand());
    plugins.addSubcommand(new DiagnosePluginsCommand());
    plugins.addSubcommand(new KeygenCommand());
    plugins.addSubcommand(new KeysCommand(TrustedKeys.ofUser().folder()));
    plugins.addSubcommand(new NewPluginCommand());
    plugins.addSubcommand(new RunPluginCommand(cancellation));
    plugins.addSubcommand(new SignCommand());
    return plugins;
  }

  private static void described(
      CommandLine plugins, String name, Object command, String description) {
    CommandLine subcommand = new CommandLine(command);
    subcommand.getCommandSpec().usageMessage().description(description);
    plugins.addSubcommand(name, subcommand);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; see darkroom plugins --help");
  }
}
