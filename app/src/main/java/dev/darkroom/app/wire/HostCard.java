package dev.darkroom.app.wire;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a host leaves for the user's other programs, in a file that only the user can read.
///
/// @param token whoever shows it is the user
/// @param started when, in ISO 8601
/// @param data the folder that the host works on
public record HostCard(
    long pid, int port, String token, String version, String started, String data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<PosixFilePermission> OWN_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWN_FILE =
      PosixFilePermissions.fromString("rw-------");

  /// The card in a file. Whether its host still runs is another matter.
  ///
  /// @return empty if there is none that can be read
  public static Optional<HostCard> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), HostCard.class));
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    }
  }

  /// Puts the card where others look for it, in place of an older one.
  public void write(Path file) throws IOException {
    Path folder = parent(file);
    makeOwn(folder);
    Path part = Files.createTempFile(folder, ".host-", ".part", ownFile(folder));
    Files.write(part, JSON.writeValueAsBytes(this));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void makeOwn(Path folder) throws IOException {
    if (!isPosix(folder)) {
      Files.createDirectories(folder);
      return;
    }
    Files.createDirectories(parent(folder));
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWN_FOLDER));
    } catch (FileAlreadyExistsException _) {
      Files.setPosixFilePermissions(folder, OWN_FOLDER); // fails if it is somebody else's
    }
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a root");
  }

  private static FileAttribute<?>[] ownFile(Path folder) {
    return isPosix(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN_FILE)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Takes the card away, unless it is another host's by now.
  public void remove(Path file) {
    try {
      if (read(file).filter(this::equals).isPresent()) {
        Files.delete(file);
      }
    } catch (IOException _) {
      // a card without its host is recognised
    }
  }
}
