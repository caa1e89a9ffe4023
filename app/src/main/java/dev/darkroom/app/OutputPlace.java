package dev.darkroom.app;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/// Where the pictures of one command go. Files appear in one piece or not at all.
///
/// A file that the user names is overwritten; names that are made up never overwrite anything.
///
/// @param folder where files are put
/// @param name the file that the user names; empty if names are made up from seeds
/// @param several whether the named file gets numbers, because several pictures are made
public record OutputPlace(Path folder, String name, boolean several) {

  private static final String FIELD = "output";

  /// The place that `output` names: a file, a folder (one that exists, or a name that ends in `/`), or
  /// the current folder where it is empty. Checked by trying, as permissions, read-only disks and odd
  /// file systems differ too much to ask.
  ///
  /// @throws InvalidRequestException if nothing can be written there
  public static OutputPlace of(String output, int pictures) {
    Path path = path(output);
    boolean several = pictures > 1;
    if (output.isEmpty() || output.endsWith("/") || Files.isDirectory(path)) {
      tryWriting(Files.exists(path) ? path : parent(path));
      return new OutputPlace(path, "", several);
    }
    String name = path.getFileName().toString();
    if (name.contains(".") && !name.toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new InvalidRequestException(
          FIELD, "\"" + name + "\" does not end in .png; pictures are written as PNG.");
    }
    tryWriting(parent(path));
    return new OutputPlace(parent(path), name, several);
  }

  private static Path path(String output) {
    try {
      return Path.of(output);
    } catch (InvalidPathException e) {
      throw new InvalidRequestException(FIELD, "is no file name: " + e.getMessage() + ".", e);
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static void tryWriting(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidRequestException(
          FIELD, "there is no folder " + folder + "; create it first or choose another place.");
    }
    try {
      Files.delete(Files.createTempFile(folder, ".darkroom-", ".tmp"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static InvalidRequestException unwritable(Path folder, IOException e) {
    String reason = "cannot write in %s (%s); choose another place.";
    return new InvalidRequestException(
        FIELD, reason.formatted(folder.toAbsolutePath().normalize(), e), e);
  }

  /// Writes one picture.
  ///
  /// @param index number of the picture, from 1
  /// @return the file
  public Path write(byte[] png, int index, long seed) {
    Path temporary = folder.resolve(".darkroom-" + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(folder);
      try {
        Files.write(temporary, png, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return name.isEmpty() ? moveBeside(temporary, seed) : moveOver(temporary, index);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private Path moveOver(Path temporary, int index) throws IOException {
    int end = name.endsWith(".png") || name.endsWith(".PNG") ? name.length() - 4 : name.length();
    String numbered = name.substring(0, end) + "-" + index + name.substring(end);
    Path target = folder.resolve(several ? numbered : name);
    return Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path moveBeside(Path temporary, long seed) throws IOException {
    String stem = "darkroom-" + Long.toUnsignedString(seed);
    for (int number = 1; ; number++) {
      Path target = folder.resolve(stem + (number == 1 ? "" : "-" + number) + ".png");
      try {
        return Files.move(temporary, target);
      } catch (FileAlreadyExistsException _) {
        // taken: the next number
      }
    }
  }
}
