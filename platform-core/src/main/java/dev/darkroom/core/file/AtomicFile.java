package dev.darkroom.core.file;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes a file under a temporary name in its folder and moves it into place when it is whole, so
/// that nobody ever sees half a file and a failure leaves the old one as it was.
public final class AtomicFile {

  /// What writes the contents.
  @FunctionalInterface
  public interface Contents {
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  private AtomicFile() {}

  /// Replaces `target`, whose folder must exist, by a file of these bytes.
  ///
  /// @throws InvalidRequestException for the field `output`, if the file cannot be written
  public static void write(Path target, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    write(target, channel -> writeAll(channel, buffer));
  }

  /// Replaces `target`, whose folder must exist, by what `contents` writes.
  ///
  /// @throws InvalidRequestException for the field `output`, if the file cannot be written
  public static void write(Path target, Contents contents) {
    if (target.getFileName() == null || Files.isDirectory(target)) {
      throw new InvalidRequestException(
          "output", target + " is a folder. Give the name of a file in it.");
    }
    Path part = target.resolveSibling(".darkroom-" + UUID.randomUUID() + ".part");
    try {
      writeAndMove(part, target, contents);
    } catch (IOException e) {
      throw new InvalidRequestException("output", message(target, e), e);
    }
  }

  /// Writes everything that is left in `buffer`.
  public static void writeAll(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static void writeAndMove(Path part, Path target, Contents contents) throws IOException {
    try {
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        contents.writeTo(channel);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String message(Path target, IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException _ -> "its folder does not exist";
          case AccessDeniedException _ -> "its folder may not be written to";
          default -> e.toString();
        };
    return "cannot write %s: %s. Choose another place.".formatted(target, reason);
  }
}
