package dev.darkroom.core.plugin.store;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Lets one change at a time into a folder, over all processes and all hosts of this one. The system
/// takes the lock from a process that dies.
final class FolderLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits until the lock is free.
  ///
  /// @throws InvalidRequestException if the folder cannot be written or another process stays for longer
  ///     than `patience`
  static FolderLock of(Path folder, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    FileChannel channel = open(folder);
    FileLock lock = tryLock(channel);
    while (lock == null && System.nanoTime() < end) {
      pause(channel);
      lock = tryLock(channel);
    }
    if (lock != null) {
      return new FolderLock(channel);
    }
    close(channel);
    throw new InvalidRequestException(
        "plugins", "another process is changing %s. Try again when it is done.".formatted(folder));
  }

  private static FileChannel open(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new InvalidRequestException(
          "plugins",
          "%s cannot be written to (%s). Choose another folder.".formatted(folder, e),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // another host in this process has it
    } catch (IOException e) {
      close(channel);
      throw new InvalidRequestException(
          "plugins", "its folder cannot be locked (%s). Choose a local disk.".formatted(e), e);
    }
  }

  private static void pause(FileChannel channel) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      close(channel);
      Thread.currentThread().interrupt();
      throw new InvalidRequestException("plugins", "interrupted while waiting for a change.", e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException _) {
      // the system closes it with the process
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}
