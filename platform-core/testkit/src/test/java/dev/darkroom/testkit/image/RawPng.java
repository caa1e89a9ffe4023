package dev.darkroom.testkit.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// PNG files chunk by chunk, sound or not, written without the code under test.
final class RawPng {

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  RawPng() {
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
  }

  /// The header of a picture that is not interlaced.
  static RawPng of(int width, int height, int depth, int colourType) {
    return new RawPng().header(width, height, depth, colourType, 0);
  }

  RawPng header(int width, int height, int depth, int colourType, int interlace) {
    ByteBuffer body = ByteBuffer.allocate(13).putInt(width).putInt(height);
    body.put((byte) depth).put((byte) colourType).put((byte) 0).put((byte) 0);
    return chunk("IHDR", body.put((byte) interlace).array());
  }

  RawPng chunk(String type, byte... body) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    file.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    file.writeBytes(name);
    file.writeBytes(body);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return this;
  }

  /// Packs rows that carry their filter bytes.
  RawPng rows(int... bytes) {
    return chunk("IDAT", packed(bytes(bytes)));
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] packed(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  byte[] end() {
    chunk("IEND");
    return file.toByteArray();
  }

  byte[] withoutEnd() {
    return file.toByteArray();
  }
}
