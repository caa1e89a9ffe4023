package dev.darkroom.app.cli;

import dev.darkroom.core.plugin.trust.TrustedKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The keys whose owners the user trusts.
@Command(
    name = "keys",
    description = "Says whose plug-ins need no consent: the owners of which keys.")
final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();
  private final TrustedKeys keys;

  KeysCommand(TrustedKeys keys) {
    this.keys = keys;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; see darkroom plugins keys --help");
  }

  @Command(name = "add", description = "Trusts the owner of a key from now on.")
  int add(
      @Parameters(paramLabel = "NAME", description = "What you call the owner.") String name,
      @Parameters(paramLabel = "FILE.pem", description = "The public key: Ed25519 or P-256.")
          Path file) {
    PrintWriter out = spec.commandLine().getOut();
    TrustedKeys.Entry added = keys.add(name, file);
    out.println("%s  %s".formatted(added.name(), added.fingerprint()));
    out.flush();
    return ExitCode.OK.number();
  }

  @Command(name = "list", description = "Lists the keys that are trusted.")
  int list(@Mixin JsonOption json) {
    PrintWriter out = spec.commandLine().getOut();
    List<TrustedKeys.Entry> all = keys.all();
    if (json.asked) {
      JsonOption.write(out, new Report(all.stream().map(Report.Row::of).toList()));
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("NAME", "FINGERPRINT");
    all.forEach(entry -> table.row(entry.name(), entry.fingerprint()));
    table.print(out);
    return ExitCode.OK.number();
  }

  @Command(
      name = "remove",
      description = "Trusts a key no longer; what it signed then needs your consent.")
  int remove(@Parameters(paramLabel = "NAME", description = "As in the list.") String name) {
    keys.remove(name);
    return ExitCode.OK.number();
  }

  /// The list as JSON.
  record Report(List<Row> keys) {
    record Row(String id, String fingerprint) {
      static Row of(TrustedKeys.Entry entry) {
        return new Row(entry.name(), entry.fingerprint());
      }
    }
  }
}
