package dev.darkroom.app;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/// Where the pictures of one command go.
///
/// A file that the user names is overwritten; names that are made up never overwrite anything.
///
/// @param folder where files are put
/// @param name the file that the user names; empty if names are made up from seeds
/// @param several whether the named file gets numbers, because several pictures are made
public record OutputPlace(Path folder, String name, boolean several) {

  private static final String FIELD = "output";
  private static final String ENDING = ".png";

  /// The place that `output` names: a file, a folder (one that exists, or a name that ends in `/`), or
  /// the current folder where it is empty. Checked by trying, as permissions, read-only disks and odd
  /// file systems differ too much to ask.
  ///
  /// @throws InvalidRequestException if nothing can be written there
  public static OutputPlace of(String output, int pictures) {
    Path path = path(output);
    boolean several = pictures > 1;
    if (output.isEmpty() || output.endsWith("/") || Files.isDirectory(path)) {
      tryWriting(Files.isDirectory(path) ? path : parent(path));
      return new OutputPlace(path, "", several);
    }
    String name = path.getFileName().toString();
    if (name.contains(".") && !name.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      throw new InvalidRequestException(
          FIELD, "\"" + name + "\" does not end in .png; pictures are written as PNG.");
    }
    requireWritable(path);
    return new OutputPlace(parent(path), name, several);
  }

  /// Checks that `file` can be written or replaced.
  ///
  /// @throws InvalidRequestException if it cannot
  public static void requireWritable(Path file) {
    if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
      throw new InvalidRequestException(
          FIELD, file + " may not be overwritten; choose another name.");
    }
    tryWriting(parent(file));
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
    String reason =
        switch (e) {
          case AccessDeniedException _ -> "permission denied";
          case FileSystemException refused when refused.getReason() != null -> refused.getReason();
          default -> "it takes no files";
        };
    return new InvalidRequestException(
        FIELD,
        "cannot write in %s: %s; choose another place."
            .formatted(folder.toAbsolutePath().normalize(), reason),
        e);
  }

  /// The file for one picture, in a folder that exists.
  ///
  /// @param index number of the picture, from 1
  public Path file(int index, long seed) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return name.isEmpty() ? free("darkroom-" + seed) : folder.resolve(numbered(index));
  }

  private String numbered(int index) {
    if (!several) {
      return name;
    }
    boolean ends = name.toLowerCase(Locale.ROOT).endsWith(ENDING);
    int end = ends ? name.length() - ENDING.length() : name.length();
    return name.substring(0, end) + "-" + index + name.substring(end);
  }

  private Path free(String stem) {
    Path file = folder.resolve(stem + ENDING);
    for (int number = 2; Files.exists(file); number++) {
      file = folder.resolve(stem + "-" + number + ENDING);
    }
    return file;
  }
}
