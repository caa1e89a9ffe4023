package dev.darkroom.app.cli;

import dev.darkroom.app.ProgramVersion;
import dev.darkroom.app.client.HostClient;
import dev.darkroom.app.wire.HostPlace;
import dev.darkroom.app.wire.HostState;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Tells of the host that runs, and ends it.
@Command(name = "host", description = "Tells of the host that `darkroom serve` runs, or ends it.")
final class HostCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /// Whether a host runs, and what it says of itself.
  ///
  /// @param card the file with its token
  /// @param state null if none runs
  record Report(boolean running, String card, @Nullable HostState state) {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: status or stop");
  }

  @Command(
      name = "status",
      description = "Tells whether a host runs, and what it does. Ends with code 69 if none runs.")
  int status(@Mixin JsonOption json) {
    HostPlace place = HostPlace.ofUser();
    Optional<HostState> state = find(place).map(HostClient::state);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(
          out, new Report(state.isPresent(), place.card().toString(), state.orElse(null)));
    } else {
      state.ifPresentOrElse(found -> print(found, place, out), () -> out.println("No host runs."));
    }
    out.flush();
    return (state.isPresent() ? ExitCode.OK : ExitCode.NO_HOST).number();
  }

  private static Optional<HostClient> find(HostPlace place) {
    return HostClient.find(place, ProgramVersion.version());
  }

  private static void print(HostState state, HostPlace place, PrintWriter out) {
    new TextTable()
        .row("Address", "http://127.0.0.1:" + state.port())
        .row("Process", Long.toString(state.pid()))
        .row("Version", state.version())
        .row("Started", state.started())
        .row("Data", state.data())
        .row("Token", "in " + place.card())
        .row("Drawing", Integer.toString(state.orders().drawing()))
        .row("Waiting", Integer.toString(state.orders().waiting()))
        .print(out);
  }

  @Command(
      name = "stop",
      description = "Ends the host, and waits until it is gone. Code 69 if none runs.")
  int stop() {
    Optional<HostClient> host = find(HostPlace.ofUser());
    host.ifPresent(HostClient::stop);
    String said = host.isPresent() ? "The host has ended." : "No host runs.";
    spec.commandLine().getOut().println(said);
    spec.commandLine().getOut().flush();
    return (host.isPresent() ? ExitCode.OK : ExitCode.NO_HOST).number();
  }
}
