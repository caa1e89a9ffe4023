package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// The people and workflows whose signatures without keys the user trusts, beside the trusted keys: a file
/// `NAME.identity` each, with the lines `identity=` and `issuer=`.
///
/// @param folder made when the first one is added
public record TrustedIdentities(Path folder) {

  private static final String ENDING = ".identity";

  /// The star stands for any branch or tag of one workflow, and for nothing else.
  private static final Pattern IDENTITY = Pattern.compile("[^\\s*\\\\]+(@refs/[^\\s*\\\\]*\\*)?");

  private static final Pattern ISSUER = Pattern.compile("https://[^\\s*\\\\]+");

  /// A trusted signer.
  ///
  /// @param name what the user calls them
  /// @param identity an e-mail address, or the URI of a workflow with `@` and branch or tag, which may end
  ///     with `*` behind `@refs/`
  /// @param issuer the URI of the service that says who they are
  public record Entry(String name, String identity, String issuer) {

    /// @throws InvalidRequestException if a text has another form
    public Entry {
      if (!IDENTITY.matcher(identity).matches()) {
        throw new InvalidRequestException(
            "identity",
            "\"%s\" is no identity. Write an e-mail address, or a workflow with its branch or tag, where *"
                    .formatted(identity)
                + " may stand at the end behind @refs/.");
      }
      if (!ISSUER.matcher(issuer).matches()) {
        throw new InvalidRequestException(
            "issuer",
            "\"%s\" is no issuer. Write its URI, such as https://accounts.google.com"
                .formatted(issuer));
      }
    }

    boolean isOf(String signer, String signersIssuer) {
      boolean same =
          identity.endsWith("*")
              ? signer.startsWith(identity.substring(0, identity.length() - 1))
              : signer.equals(identity);
      return same && signersIssuer.equals(issuer);
    }
  }

  /// In the folder of [TrustedKeys#ofUser()].
  public static TrustedIdentities ofUser() {
    return new TrustedIdentities(TrustedKeys.ofUser().folder());
  }

  /// Trusts a signer from now on.
  ///
  /// @throws InvalidRequestException if the name is taken
  public Entry add(Entry entry) {
    files()
        .add(entry.name(), "identity=%s\nissuer=%s\n".formatted(entry.identity(), entry.issuer()));
    return entry;
  }

  /// Trusts a signer no longer.
  ///
  /// @throws InvalidRequestException if there is none of that name
  public void remove(String name) {
    files().remove(name);
  }

  /// All of them, by name.
  ///
  /// @throws InvalidRequestException if a file in the folder cannot be read
  public List<Entry> all() {
    return files().all().stream().map(this::read).toList();
  }

  private Entry read(String name) {
    Path file = files().file(name);
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(Files.readString(file)));
      return new Entry(name, lines.getProperty("identity", ""), lines.getProperty("issuer", ""));
    } catch (IOException | IllegalArgumentException | InvalidRequestException e) {
      throw new InvalidRequestException(
          "identity", "%s cannot be read (%s). Remove it.".formatted(file, e.getMessage()), e);
    }
  }

  /// The name of a signer, if the user trusts them.
  ///
  /// @throws InvalidRequestException if a file in the folder cannot be read
  public Optional<String> find(String identity, String issuer) {
    return all().stream()
        .filter(entry -> entry.isOf(identity, issuer))
        .map(Entry::name)
        .findFirst();
  }

  private TrustFiles files() {
    return new TrustFiles(folder, ENDING);
  }
}
