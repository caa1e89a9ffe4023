package dev.darkroom.app.cli;

import dev.darkroom.app.ProgramVersion;
import dev.darkroom.app.client.HostClient;
import dev.darkroom.app.client.RemoteShelf;
import dev.darkroom.app.client.RemoteStudio;
import dev.darkroom.app.shelf.LocalShelf;
import dev.darkroom.app.shelf.PluginShelf;
import dev.darkroom.app.shelf.UserPlugins;
import dev.darkroom.app.studio.LocalStudio;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.app.wire.HostPlace;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.spi.Plugins;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/// Where a command's work is done: in a host that runs, or else in this process.
final class Workplace {

  private Workplace() {}

  /// The host to use, which standard error names; empty if none runs, or `--local` or
  /// `--safe` is given.
  static Optional<HostClient> host(CommandLine command) {
    if (LocalOption.isOn(command) || SafeOption.isOn(command)) {
      return Optional.empty();
    }
    Optional<HostClient> host = HostClient.find(HostPlace.ofUser(), ProgramVersion.version());
    host.ifPresent(found ->
        command
            .getErr()
            .printf("darkroom: using the host on port %d; --local does without.%n", found.port()));
    return host;
  }

  /// What there is to tell: by the host, or by this process.
  ///
  /// @param path where the host tells it
  static <R extends Record> R report(
      CommandLine command, String path, Class<R> type, Function<Plugins, R> local) {
    return host(command)
        .map(found -> found.get(path, type))
        .orElseGet(() -> local.apply(plugins(command)));
  }

  /// Where pictures are drawn.
  static Studio studio(CommandLine command) {
    return host(command)
        .<Studio>map(RemoteStudio::new)
        .orElseGet(() -> new LocalStudio(DarkroomOptions.defaults(), plugins(command)));
  }

  /// Where installed plug-ins are looked after.
  static PluginShelf shelf(CommandLine command) {
    return host(command)
        .<PluginShelf>map(RemoteShelf::new)
        .orElseGet(() -> new LocalShelf(plugins(command)));
  }

  /// The plug-ins of this process: those of the program and, without `--safe`, those that the user
  /// installed.
  static PluginHost plugins(CommandLine command) {
    return PluginHost.open(UserPlugins.options().with(SafeOption.mode(command)));
  }
}
