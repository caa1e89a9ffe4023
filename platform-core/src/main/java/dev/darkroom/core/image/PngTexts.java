package dev.darkroom.core.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Collects the texts of a PNG file. Of two with one keyword the first counts; a text chunk that is
/// not well-formed is left out, for the picture is good without it.
final class PngTexts {

  private static final int BUFFER = 1 << 13;

  private final LinkedHashMap<String, String> texts = new LinkedHashMap<>();
  private int room = Png.MAX_TEXT_BYTES;

  SequencedMap<String, String> texts() {
    return texts;
  }

  void add(String type, ByteBuffer body) throws BadPngException {
    if (!hasZero(body)) {
      return;
    }
    String keyword = untilZero(body);
    switch (type) {
      case "tEXt" -> put(keyword, latin(rest(body)));
      case "zTXt" -> addPacked(keyword, body);
      case "iTXt" -> addInternational(keyword, body);
      default -> throw new IllegalArgumentException("no text chunk: " + type);
    }
  }

  private void addPacked(String keyword, ByteBuffer body) throws BadPngException {
    if (body.hasRemaining() && body.get() == 0) {
      put(keyword, latin(inflate(body)));
    }
  }

  private void addInternational(String keyword, ByteBuffer body) throws BadPngException {
    if (body.remaining() < 4) {
      return;
    }
    boolean packed = body.get() == 1;
    body.get(); // the compression method; there is only one
    for (int skipped = 0; skipped < 2; skipped++) { // language, translated keyword
      if (!hasZero(body)) {
        return;
      }
      untilZero(body);
    }
    byte[] text = packed ? inflate(body) : rest(body);
    put(keyword, new String(text, StandardCharsets.UTF_8));
  }

  private void put(String keyword, String text) {
    texts.putIfAbsent(keyword, text);
  }

  private byte[] rest(ByteBuffer body) throws BadPngException {
    take(body.remaining());
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return bytes;
  }

  private byte[] inflate(ByteBuffer body) throws BadPngException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(body);
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw BadPngException.damaged("a packed text is cut short");
        }
        take(count);
        text.write(buffer, 0, count);
      }
      return text.toByteArray();
    } catch (DataFormatException _) {
      throw BadPngException.damaged("a packed text cannot be unpacked");
    } finally {
      inflater.end();
    }
  }

  private void take(int bytes) throws BadPngException {
    room -= bytes;
    if (room < 0) {
      throw new BadPngException(
          "holds more than %d bytes of text. Save the picture without its texts."
              .formatted(Png.MAX_TEXT_BYTES));
    }
  }

  private static boolean hasZero(ByteBuffer body) {
    for (int i = body.position(); i < body.limit(); i++) {
      if (body.get(i) == 0) {
        return true;
      }
    }
    return false;
  }

  /// Latin-1 text up to a zero byte, which must be there; skips the zero.
  private static String untilZero(ByteBuffer body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte next = body.get(); next != 0; next = body.get()) {
      bytes.write(next);
    }
    return latin(bytes.toByteArray());
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
