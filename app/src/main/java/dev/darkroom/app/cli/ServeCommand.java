package dev.darkroom.app.cli;

import dev.darkroom.app.ProgramVersion;
import dev.darkroom.app.host.Host;
import dev.darkroom.app.wire.HostPlace;
import dev.darkroom.core.spi.Cancellation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a host until Ctrl-C, a TERM signal or `darkroom host stop`.
@Command(
    name = "serve",
    description = {
      "Keeps models and engines open, and takes orders from this user on this machine.",
      "Other commands use it while it runs. Ctrl-C ends it."
    },
    footerHeading = "%nExample:%n",
    footer = "  darkroom serve --port 0")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "3535",
      description = "Port to answer on; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to answer on; only ${DEFAULT-VALUE} is possible.")
  private String bind = "";

  private final Cancellation cancellation;

  ServeCommand(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  @Override
  public Integer call() {
    HostPlace place = HostPlace.ofUser();
    Host.Settings settings =
        new Host.Settings(
            bind, port, ProgramVersion.version(), SafeOption.mode(spec.commandLine()));
    try (Host host = Host.start(place, settings);
        Cancellation.Registration _ = cancellation.onCancel(host::end)) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf("Darkroom answers on http://127.0.0.1:%d%n", host.card().port());
      out.printf("Token: in %s%n", place.card());
      out.flush();
      host.awaitEnd();
    }
    return ExitCode.OK.number();
  }
}
