package dev.darkroom.testkit.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Safetensors files byte by byte, sound or not.
final class RawSafetensors {

  private RawSafetensors() {}

  /// A file with this header, its true length before it, and `data` after it.
  static Path write(Path file, String header, byte... data) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return write(file, json.length, json, data);
  }

  /// A file that claims a header of `length` bytes.
  static Path write(Path file, long length, byte[] json, byte... data) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(json).put(data);
    return Files.write(file, bytes.array());
  }

  /// A file with one U8 tensor of these values.
  static Path ofBytes(Path file, String name, byte... values) throws IOException {
    return write(file, "{" + entry(name, "U8", values.length, 0, values.length) + "}", values);
  }

  /// The header's entry of a vector.
  static String entry(String name, String dtype, long size, long begin, long end) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":[%d],\"data_offsets\":[%d,%d]}"
        .formatted(name, dtype, size, begin, end);
  }
}
