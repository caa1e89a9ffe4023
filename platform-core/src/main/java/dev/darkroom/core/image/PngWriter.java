package dev.darkroom.core.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes PNG files through `javax.imageio`, which leaves the rows of pictures unfiltered: the
/// files are larger than they need be.
final class PngWriter {

  private static final int MAX_KEYWORD = 79;

  private PngWriter() {}

  static byte[] write(Png png) {
    BufferedImage picture = picture(png.image());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(file)) {
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
      metadata.mergeTree(PngReader.METADATA, texts(png.texts()));
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, metadata), null);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be written to memory", e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static BufferedImage picture(Image image) {
    int type =
        image.channels() == Image.RGB
            ? BufferedImage.TYPE_3BYTE_BGR
            : BufferedImage.TYPE_4BYTE_ABGR;
    BufferedImage picture = new BufferedImage(image.width(), image.height(), type);
    picture.getRaster().setDataElements(0, 0, image.width(), image.height(), image.shared());
    return picture;
  }

  /// As chunks of any kind: ImageIO would put its own text entries in order of their kind.
  private static IIOMetadataNode texts(Map<String, String> texts) {
    IIOMetadataNode chunks = new IIOMetadataNode("UnknownChunks");
    texts.forEach((keyword, text) -> chunks.appendChild(text(keyword, text)));
    IIOMetadataNode root = new IIOMetadataNode(PngReader.METADATA);
    root.appendChild(chunks);
    return root;
  }

  private static IIOMetadataNode text(String keyword, String text) {
    checkKeyword(keyword);
    String safe = text.replace('\0', '\uFFFD');
    boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(safe);
    Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
    // iTXt: not compressed, no language, no translated keyword.
    body.writeBytes(new byte[latin ? 1 : 5]);
    body.writeBytes(safe.getBytes(charset));
    IIOMetadataNode chunk = new IIOMetadataNode("UnknownChunk");
    chunk.setAttribute("type", latin ? "tEXt" : "iTXt");
    chunk.setUserObject(body.toByteArray());
    return chunk;
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
}
