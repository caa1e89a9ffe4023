package dev.darkroom.core.plugin.store;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The file that says what is installed.
record StateFile(Path path) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /// What is installed; nothing if there is no file.
  ///
  /// @throws InvalidRequestException if it cannot be read
  StoreState read() {
    try {
      StoreState state = JSON.readValue(Files.readString(path), StoreState.class);
      if (state.format() != StoreState.FORMAT) {
        throw new IOException("it has format " + state.format());
      }
      return state;
    } catch (NoSuchFileException e) {
      return StoreState.empty();
    } catch (IOException | JacksonException | NullPointerException e) {
      throw unreadable(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private InvalidRequestException unreadable(String reason, Throwable cause) {
    return new InvalidRequestException(
        "plugins",
        "%s cannot be read (%s). Repair it, or move it away and install the plug-ins again."
            .formatted(path, reason),
        cause);
  }

  /// Replaces the file in one piece, and returns when it is on the disk.
  void write(StoreState state) {
    writeDurably(path, JSON.writeValueAsBytes(state));
  }

  static void writeDurably(Path path, byte[] bytes) {
    AtomicFile.write(
        path,
        channel -> {
          AtomicFile.writeAll(channel, ByteBuffer.wrap(bytes));
          if (channel instanceof FileChannel file) {
            file.force(true);
          }
        });
  }
}
