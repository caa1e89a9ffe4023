package dev.darkroom.app.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second host away from a data folder. The system takes the lock from a process that dies.
final class DataLock implements AutoCloseable {

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws HostRefusedException if another host has it, or the folder cannot be written to
  static DataLock of(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("host.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new HostRefusedException(
            HostRefusedException.Reason.ANOTHER,
            "Another host works on %s. See `darkroom host status`; `darkroom host stop` ends it."
                .formatted(data));
      }
      return new DataLock(channel);
    } catch (IOException e) {
      throw new HostRefusedException(
          HostRefusedException.Reason.FOLDER,
          "The data folder %s cannot be written to (%s). Set XDG_DATA_HOME to another place."
              .formatted(data, e));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // another host in this process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // the system closes it with the process
    }
  }
}
