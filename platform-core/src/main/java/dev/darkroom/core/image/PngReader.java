package dev.darkroom.core.image;

import dev.darkroom.core.error.ModelFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Takes a PNG file apart into its chunks.
final class PngReader {

  private final ByteBuffer file;
  private final PngTexts texts = new PngTexts();
  private final List<ByteBuffer> data = new ArrayList<>();
  private @Nullable PngHeader header;
  private byte[] palette = {};
  private byte[] transparency = {};
  private boolean ended;

  private PngReader(byte[] file) {
    this.file = ByteBuffer.wrap(file);
  }

  static Png read(String source, byte[] file) {
    try {
      return new PngReader(file).read();
    } catch (BadPngException e) {
      throw new ModelFormatException(source, String.valueOf(e.getMessage()), e);
    }
  }

  private Png read() throws BadPngException {
    byte[] signature = PngFormat.signature();
    byte[] start = new byte[Math.min(signature.length, file.remaining())];
    file.get(start);
    if (!Arrays.equals(start, signature)) {
      throw new BadPngException("is no PNG picture. Give a .png file.");
    }
    while (!ended) {
      readChunk();
    }
    if (header == null || data.isEmpty()) {
      throw BadPngException.damaged("it has no picture in it");
    }
    Image image = new PngPixels(header, palette, transparency, data).decode();
    return new Png(image, texts.texts());
  }

  private void readChunk() throws BadPngException {
    if (file.remaining() < 12) {
      throw BadPngException.damaged("it is cut short");
    }
    int length = file.getInt();
    if (length < 0 || length > file.remaining() - 8) {
      throw BadPngException.damaged("it is cut short");
    }
    ByteBuffer checked = file.slice(file.position(), 4 + length);
    byte[] name = new byte[4];
    file.get(name);
    ByteBuffer body = file.slice(file.position(), length);
    file.position(file.position() + length);
    CRC32 crc = new CRC32();
    crc.update(checked);
    String type = new String(name, StandardCharsets.ISO_8859_1);
    if ((int) crc.getValue() != file.getInt()) {
      throw BadPngException.damaged("the checksum of its chunk \"" + type + "\" is wrong");
    }
    handle(type, body);
  }

  private void handle(String type, ByteBuffer body) throws BadPngException {
    if ((header == null) != type.equals("IHDR")) {
      throw BadPngException.damaged("its header is not its first chunk, or not its only one");
    }
    switch (type) {
      case "IHDR" -> header = PngHeader.read(body);
      case "PLTE" -> palette = bytes(body);
      case "tRNS" -> transparency = bytes(body);
      case "IDAT" -> data.add(body);
      case "tEXt", "zTXt", "iTXt" -> texts.add(type, body);
      case "IEND" -> ended = true;
      default -> skip(type);
    }
  }

  /// A lower-case first letter marks a chunk that one may ignore.
  private static void skip(String type) throws BadPngException {
    if (!Character.isLowerCase(type.charAt(0))) {
      throw BadPngException.damaged("it has the unknown chunk \"" + type + "\"");
    }
  }

  private static byte[] bytes(ByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return bytes;
  }
}
