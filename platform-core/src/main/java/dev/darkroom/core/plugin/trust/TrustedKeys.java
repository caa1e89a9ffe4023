package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The public keys whose owners the user trusts: one PEM file each, named after the owner, in a folder.
///
/// @param folder made when the first key is added
public record TrustedKeys(Path folder) {

  private static final String ENDING = ".pem";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._-]{0,63}");

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
  /// @throws InvalidRequestException if it is none, or the name has a key already
  public Entry add(String name, Path file) {
    PublicKeyFile key = PublicKeyFile.read(file);
    Path target = file(name);
    if (Files.exists(target)) {
      throw new InvalidRequestException(
          "key",
          "There is a key of %s already. Remove it first, or choose another name.".formatted(name));
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(target, key.pem().text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Entry(name, key.fingerprint());
  }

  /// Trusts a key no longer.
  ///
  /// @throws InvalidRequestException if there is none of that name
  public void remove(String name) {
    try {
      if (!Files.deleteIfExists(file(name))) {
        throw new InvalidRequestException(
            "key",
            "There is no key of %s. Known: %s."
                .formatted(name, String.join(", ", all().stream().map(Entry::name).toList())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidRequestException(
          "key", "\"%s\" is no name for a key. Use letters, digits and @ . _ -".formatted(name));
    }
    return folder.resolve(name + ENDING);
  }

  /// All of them, by name.
  ///
  /// @throws InvalidRequestException if a file in the folder is no public key
  public List<Entry> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .map(file -> new Entry(name(file), PublicKeyFile.read(file).fingerprint()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ENDING.length());
  }

  /// The name of the owner of a key.
  Optional<String> owner(PublicKeyFile key) {
    return all().stream()
        .filter(entry -> entry.fingerprint().equals(key.fingerprint()))
        .map(Entry::name)
        .findFirst();
  }
}
