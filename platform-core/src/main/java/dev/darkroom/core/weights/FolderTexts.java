package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The text files in a model folder. Never looks outside it, with one exception: in a hub cache
/// every file is a link from `snapshots/REVISION/` to `blobs/`.
record FolderTexts(Path folder) {

  Optional<String> read(String path) {
    Path file = resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Path real = file.toRealPath();
      Path home = folder.toRealPath();
      if (!real.startsWith(home) && !isHubBlob(real, home)) {
        throw leaves(path);
      }
      return Optional.of(SmallFile.text(real));
    } catch (IOException e) {
      throw new ModelFormatException(
          file.toString(), "cannot be read (%s). Check the file's rights.".formatted(e), e);
    }
  }

  /// The place of a relative path below the folder, by its name alone.
  ///
  /// @throws ModelFormatException if the path leads out of the folder
  Path resolve(String path) {
    try {
      Path relative = Path.of(path);
      boolean leaves =
          path.isEmpty() || relative.isAbsolute() || path.indexOf('\\') >= 0 || climbs(relative);
      if (leaves) {
        throw leaves(path);
      }
      return folder.resolve(relative);
    } catch (InvalidPathException e) {
      throw leaves(path);
    }
  }

  private static boolean climbs(Path relative) {
    for (Path part : relative) {
      if (part.toString().equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHubBlob(Path real, Path home) {
    for (Path above = home; above != null; above = above.getParent()) {
      Path name = above.getFileName();
      if (name != null && name.toString().equals("snapshots")) {
        return real.startsWith(above.resolveSibling("blobs"));
      }
    }
    return false;
  }

  private ModelFormatException leaves(String path) {
    return new ModelFormatException(
        folder.toString(),
        "\"%s\" leads out of the model folder. Use a model folder that holds its own files."
            .formatted(path));
  }
}
