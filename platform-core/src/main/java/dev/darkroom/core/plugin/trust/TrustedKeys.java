package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The public keys whose owners the user trusts: one PEM file each, named after the owner, in a folder.
///
/// @param folder made when the first key is added
public record TrustedKeys(Path folder) {

  private static final String ENDING = ".pem";

  /// A trusted key.
  ///
  /// @param name of its owner
  public record Entry(String name, String fingerprint) {}

  /// `$XDG_CONFIG_HOME/darkroom/trusted-keys`, or the same in `.config` of the user's home.
  public static TrustedKeys ofUser() {
    String folder = System.getenv("XDG_CONFIG_HOME");
    String home = System.getenv("HOME");
    Path base =
        folder != null && !folder.isBlank()
            ? Path.of(folder)
            : Path.of(home != null ? home : System.getProperty("user.home"), ".config");
    return new TrustedKeys(base.resolve("darkroom").resolve("trusted-keys"));
  }

  /// Trusts the owner of a key from now on.
  ///
  /// @param file PEM with a public key
  /// @throws InvalidRequestException if it is none, or the name is taken
  public Entry add(String name, Path file) {
    PublicKeyFile key = PublicKeyFile.read(file);
    files().add(name, key.pem().text());
    return new Entry(name, key.fingerprint());
  }

  /// Trusts a key no longer.
  ///
  /// @throws InvalidRequestException if there is none of that name
  public void remove(String name) {
    files().remove(name);
  }

  /// All of them, by name.
  ///
  /// @throws InvalidRequestException if a file in the folder is no public key
  public List<Entry> all() {
    TrustFiles files = files();
    return files.all().stream()
        .map(name -> new Entry(name, PublicKeyFile.read(files.file(name)).fingerprint()))
        .toList();
  }

  /// The name of the owner of a key.
  Optional<String> owner(PublicKeyFile key) {
    return all().stream()
        .filter(entry -> entry.fingerprint().equals(key.fingerprint()))
        .map(Entry::name)
        .findFirst();
  }

  private TrustFiles files() {
    return new TrustFiles(folder, ENDING);
  }
}
