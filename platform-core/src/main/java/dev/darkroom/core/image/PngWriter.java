package dev.darkroom.core.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes PNG files. Each row takes the filter with the smallest sum of absolute differences, the
/// heuristic that the PNG specification recommends.
final class PngWriter {

  private static final int LEVEL = 6;
  private static final int BUFFER = 1 << 16;
  private static final int MAX_KEYWORD = 79;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  private PngWriter() {}

  static byte[] write(Png png) {
    PngWriter writer = new PngWriter();
    writer.file.writeBytes(PngFormat.signature());
    writer.chunk("IHDR", header(png.image()));
    png.texts().forEach(writer::text);
    writer.chunk("IDAT", compress(filtered(png.image())));
    writer.chunk("IEND", new byte[0]);
    return writer.file.toByteArray();
  }

  private static byte[] header(Image image) {
    byte colourType = (byte) (image.channels() == Image.RGB ? 2 : 6);
    return ByteBuffer.allocate(13)
        .putInt(image.width())
        .putInt(image.height())
        .put(new byte[] {8, colourType, 0, 0, 0})
        .array();
  }

  private void text(String keyword, String text) {
    checkKeyword(keyword);
    String safe = text.replace('\0', '\uFFFD');
    boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(safe);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
    // iTXt: not compressed, no language, no translated keyword.
    body.writeBytes(new byte[latin ? 1 : 5]);
    body.writeBytes(safe.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    chunk(latin ? "tEXt" : "iTXt", body.toByteArray());
  }

  private static void checkKeyword(String keyword) {
    boolean printable =
        keyword.chars().allMatch(c -> (c >= 0x20 && c <= 0x7E) || (c >= 0xA1 && c <= 0xFF));
    boolean spaced = keyword.startsWith(" ") || keyword.endsWith(" ") || keyword.contains("  ");
    if (!printable || spaced || keyword.isEmpty() || keyword.length() > MAX_KEYWORD) {
      throw new IllegalArgumentException(
          "\"%s\" cannot be the keyword of a PNG text: 1 to %d printable Latin-1 characters"
              .formatted(keyword, MAX_KEYWORD));
    }
  }

  private void chunk(String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    file.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    file.writeBytes(name);
    file.writeBytes(body);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] compress(byte[] bytes) {
    Deflater deflater = new Deflater(LEVEL);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2);
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] filtered(Image image) {
    int row = image.width() * image.channels();
    byte[] rows = new byte[Math.multiplyExact(row + 1, image.height())];
    byte[][] candidates = new byte[PngFormat.FILTERS][row];
    for (int y = 0; y < image.height(); y++) {
      int best = best(image, y, candidates);
      rows[y * (row + 1)] = (byte) best;
      System.arraycopy(candidates[best], 0, rows, y * (row + 1) + 1, row);
    }
    return rows;
  }

  private static int best(Image image, int y, byte[][] candidates) {
    int best = PngFormat.NONE;
    long least = Long.MAX_VALUE;
    for (int filter = 0; filter < candidates.length; filter++) {
      long sum = filter(image, y, filter, candidates[filter]);
      if (sum < least) {
        least = sum;
        best = filter;
      }
    }
    return best;
  }

  /// Fills `target` with row `y` under one filter; gives the sum of absolute differences.
  private static long filter(Image image, int y, int filter, byte[] target) {
    byte[] pixels = image.shared();
    int step = image.channels();
    int start = y * target.length;
    long sum = 0;
    for (int i = 0; i < target.length; i++) {
      int at = start + i;
      int left = i < step ? 0 : pixels[at - step] & 0xFF;
      int above = y == 0 ? 0 : pixels[at - target.length] & 0xFF;
      int corner = i < step || y == 0 ? 0 : pixels[at - target.length - step] & 0xFF;
      target[i] = (byte) (pixels[at] - PngFormat.predict(filter, left, above, corner));
      sum += Math.abs(target[i]);
    }
    return sum;
  }
}
