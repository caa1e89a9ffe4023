package dev.darkroom.core.image;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOException;

/// The chunks of a PNG file that ImageIO shall decode. It neither compares checksums nor bounds the
/// texts, and gives a picture up for a fault in a chunk that nobody needs.
final class PngChunks {

  private static final int START = 8;

  private final ByteBuffer file;
  private final List<InputStream> kept = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private long textBytes;
  private long pixelBytes;

  PngChunks(byte[] bytes) throws IIOException {
    file = ByteBuffer.wrap(bytes);
    keep(0, START);
    String type = "";
    for (int at = START; !type.equals("IEND"); at = file.position()) {
      type = next(at);
      if (type.equals("IHDR") != (at == START)) {
        throw new IIOException("its header is not its first chunk, or not its only one");
      }
      add(type, at, file.position() - at);
    }
  }

  /// A file of the chunks that count.
  InputStream stream() {
    return new SequenceInputStream(Collections.enumeration(kept));
  }

  /// The kinds of the texts, in the order of the file.
  List<String> texts() {
    return texts;
  }

  /// The most bytes that the texts can take, unpacked.
  long textBytes() {
    return textBytes;
  }

  /// The bytes that the pixels take, packed.
  long pixelBytes() {
    return pixelBytes;
  }

  /// Checks the chunk at `at` and moves behind it; gives its type.
  private String next(int at) throws IIOException {
    int length = file.limit() - at < 12 ? -1 : file.getInt(at);
    if (length < 0 || length > file.limit() - at - 12) {
      throw new IIOException("it is cut short");
    }
    String type = new String(file.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(file.array(), at + 4, 4 + length);
    if ((int) crc.getValue() != file.getInt(at + 8 + length)) {
      throw new IIOException("the checksum of its chunk \"" + type + "\" is wrong");
    }
    file.position(at + 12 + length);
    return type;
  }

  private void add(String type, int at, int size) throws IIOException {
    switch (type) {
      case "IHDR", "PLTE", "tRNS", "IEND" -> keep(at, size);
      case "IDAT" -> {
        keep(at, size);
        pixelBytes += size - 12;
      }
      case "tEXt", "zTXt", "iTXt" -> {
        keep(at, size);
        texts.add(type);
        textBytes += type.equals("tEXt") ? size : Math.max(size, Png.MAX_PACKED_TEXT_BYTES);
      }
      default -> {
        // A lower-case first letter marks a chunk that one may ignore.
        if (!Character.isLowerCase(type.charAt(0))) {
          throw new IIOException("it has the unknown chunk \"" + type + "\"");
        }
      }
    }
  }

  private void keep(int from, int size) {
    kept.add(new ByteArrayInputStream(file.array(), from, size));
  }
}
