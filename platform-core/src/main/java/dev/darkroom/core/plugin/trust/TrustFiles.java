package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files in the folder of those whom the user trusts, named after them. A name is given once, whatever the
/// kind of the file.
///
/// @param folder made when the first file is added
/// @param ending of the files of this kind
record TrustFiles(Path folder, String ending) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._-]{0,63}");
  private static final List<String> ENDINGS = List.of(".pem", ".identity");

  /// @throws InvalidRequestException if the name is taken, or is none
  void add(String name, String text) {
    Path target = file(name);
    if (ENDINGS.stream().anyMatch(other -> Files.exists(folder.resolve(name + other)))) {
      throw new InvalidRequestException(
          "key",
          "There is a key of %s already. Remove it first, or choose another name.".formatted(name));
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(target, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws InvalidRequestException if there is none of that name
  void remove(String name) {
    try {
      if (!Files.deleteIfExists(file(name))) {
        throw new InvalidRequestException(
            "key", "There is no key of %s. Known: %s.".formatted(name, String.join(", ", all())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidRequestException(
          "key", "\"%s\" is no name for a key. Use letters, digits and @ . _ -".formatted(name));
    }
    return folder.resolve(name + ending);
  }

  /// The names, in their order.
  List<String> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(ending))
          .map(file -> file.substring(0, file.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
