package dev.darkroom.app.cli;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.trust.TrustedIdentities;
import dev.darkroom.core.plugin.trust.TrustedKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Whose signatures the user trusts: the owners of keys, and people and workflows that Sigstore knows.
@Command(
    name = "keys",
    description =
        "Says whose plug-ins need no consent: the owners of which keys, and who without one.")
final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();
  private final TrustedKeys keys;
  private final TrustedIdentities identities;

  /// @param folder of those who are trusted
  KeysCommand(Path folder) {
    this.keys = new TrustedKeys(folder);
    this.identities = new TrustedIdentities(folder);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; see darkroom plugins keys --help");
  }

  @Command(
      name = "add",
      description = {
        "Trusts the owner of a key from now on, or a signer that Sigstore knows.",
        "Installing a plug-in with --dry-run tells identity and issuer of who signed it."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  darkroom plugins keys add acme acme.pub.pem",
        "  darkroom plugins keys add jo --identity jo@acme.org --issuer"
            + " https://accounts.google.com",
        "  darkroom plugins keys add acme-builds --issuer"
            + " https://token.actions.githubusercontent.com --identity"
            + " 'https://github.com/acme/samplers/.github/workflows/release.yml@refs/tags/*'"
      })
  int add(
      @Parameters(paramLabel = "NAME", description = "What you call the owner.") String name,
      @Parameters(
              arity = "0..1",
              paramLabel = "FILE.pem",
              description = "The public key: Ed25519 or P-256.")
          @Nullable Path file,
      @Option(
              names = "--identity",
              paramLabel = "WHO",
              description =
                  "Without a key: an e-mail address, or a workflow with its tag; * for any tag.")
          @Nullable String identity,
      @Option(
              names = "--issuer",
              paramLabel = "URI",
              description = "The service that says who they are.")
          @Nullable String issuer) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(added(name, file, identity, issuer));
    out.flush();
    return ExitCode.OK.number();
  }

  private String added(
      String name, @Nullable Path file, @Nullable String identity, @Nullable String issuer) {
    if (file != null && identity == null && issuer == null) {
      TrustedKeys.Entry added = keys.add(name, file);
      return "%s  %s".formatted(added.name(), added.fingerprint());
    }
    if (file == null && identity != null && issuer != null) {
      return line(identities.add(new TrustedIdentities.Entry(name, identity, issuer)));
    }
    throw new InvalidRequestException(
        "key", "Name the file of a public key, or both --identity and --issuer.");
  }

  private static String line(TrustedIdentities.Entry entry) {
    return "%s  %s (says %s)".formatted(entry.name(), entry.identity(), entry.issuer());
  }

  @Command(name = "list", description = "Lists who is trusted.")
  int list(@Mixin JsonOption json) {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Report.of(keys.all(), identities.all());
    if (json.asked) {
      JsonOption.write(out, report);
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("NAME", "FINGERPRINT OR IDENTITY", "ISSUER");
    report.keys().forEach(key -> table.row(key.id(), key.fingerprint(), ""));
    report.identities().forEach(who -> table.row(who.id(), who.identity(), who.issuer()));
    table.print(out);
    return ExitCode.OK.number();
  }

  @Command(
      name = "remove",
      description = "Trusts somebody no longer; what they signed then needs your consent.")
  int remove(@Parameters(paramLabel = "NAME", description = "As in the list.") String name) {
    if (identities.all().stream().anyMatch(entry -> entry.name().equals(name))) {
      identities.remove(name);
    } else {
      keys.remove(name);
    }
    return ExitCode.OK.number();
  }

  /// The list as JSON.
  record Report(List<Key> keys, List<Identity> identities) {

    record Key(String id, String fingerprint) {}

    record Identity(String id, String identity, String issuer) {}

    static Report of(List<TrustedKeys.Entry> keys, List<TrustedIdentities.Entry> identities) {
      return new Report(
          keys.stream().map(key -> new Key(key.name(), key.fingerprint())).toList(),
          identities.stream()
              .map(who -> new Identity(who.name(), who.identity(), who.issuer()))
              .toList());
    }
  }
}
