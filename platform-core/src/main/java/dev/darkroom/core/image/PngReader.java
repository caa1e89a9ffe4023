package dev.darkroom.core.image;

import dev.darkroom.core.error.ModelFormatException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Reads PNG files through `javax.imageio`, from which it takes the samples as they are: its colour
/// conversion would lighten gray pictures.
final class PngReader {

  private static final String METADATA = "javax_imageio_png_1.0";

  /// Deflate cannot pack more tightly than this; a file with fewer bytes lacks pixels.
  private static final long MOST_PACKED = 1040;

  private PngReader() {}

  static Png read(String source, byte[] file) {
    byte[] signature = PngFormat.signature();
    if (!Arrays.equals(signature, Arrays.copyOf(file, signature.length))) {
      throw new ModelFormatException(source, "is no PNG picture. Give a .png file.");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try {
      PngChunks chunks = new PngChunks(file);
      try (ImageInputStream stream = new MemoryCacheImageInputStream(chunks.stream())) {
        reader.setInput(stream);
        return read(source, reader, chunks);
      }
    } catch (ModelFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // ImageIO lets all kinds out of damaged files
      throw new ModelFormatException(
          source, "is a damaged PNG: %s. Save or download it again.".formatted(reason(e)), e);
    } finally {
      reader.dispose();
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof EOFException
        ? "it is cut short"
        : String.valueOf(cause.getMessage()).replaceFirst("[.!]$", "");
  }

  private static Png read(String source, ImageReader reader, PngChunks chunks) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (Math.max(width, height) > Png.MAX_SIDE || width * height > Png.MAX_PIXELS) {
      throw new ModelFormatException(
          source,
          "has %d x %d pixels; at most %d a side and %d in all are read. Use a smaller picture."
              .formatted(width, height, Png.MAX_SIDE, Png.MAX_PIXELS));
    }
    if (chunks.textBytes() > Png.MAX_TEXT_BYTES) {
      throw tooMuchText(source, Png.MAX_TEXT_BYTES);
    }
    if (chunks.pixelBytes() == 0) {
      throw new IIOException("it has no picture in it");
    }
    ImageTypeSpecifier type = reader.getRawImageType(0);
    long needed = width * height * type.getColorModel().getPixelSize() / 8;
    if (chunks.pixelBytes() < needed / MOST_PACKED) {
      throw new IIOException("pixels are missing");
    }
    IIOMetadataNode tree = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(METADATA);
    SequencedMap<String, String> texts = texts(source, tree, chunks.texts());
    ImageReadParam raw = reader.getDefaultReadParam();
    raw.setDestinationType(type);
    return new Png(image(reader.read(0, raw), transparent(tree)), texts);
  }

  /// In the order of the file; ImageIO sorts them by kind. Of two with one keyword the first
  /// counts.
  private static SequencedMap<String, String> texts(
      String source, IIOMetadataNode tree, List<String> types) {
    Map<String, Integer> used = new HashMap<>();
    Map<String, NodeList> entries = new HashMap<>();
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    for (String type : types) {
      NodeList alike = entries.computeIfAbsent(type, t -> tree.getElementsByTagName(t + "Entry"));
      IIOMetadataNode entry = (IIOMetadataNode) alike.item(used.merge(type, 1, Integer::sum) - 1);
      String text = entry.getAttribute(type.equals("tEXt") ? "value" : "text");
      boolean packed =
          type.equals("zTXt") || Boolean.parseBoolean(entry.getAttribute("compressionFlag"));
      if (packed && text.getBytes(charset(type)).length >= Png.MAX_PACKED_TEXT_BYTES) {
        throw tooMuchText(source, Png.MAX_PACKED_TEXT_BYTES); // ImageIO has cut it there
      }
      texts.putIfAbsent(entry.getAttribute("keyword"), text);
    }
    return texts;
  }

  private static Charset charset(String type) {
    return type.equals("iTXt") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  private static ModelFormatException tooMuchText(String source, int most) {
    return new ModelFormatException(
        source,
        "holds more than %d bytes of text. Save the picture without its texts.".formatted(most));
  }

  /// The samples of the colour that stands for nothing; empty if there is none.
  private static int[] transparent(IIOMetadataNode tree) {
    if (tree.getElementsByTagName("tRNS_RGB").item(0) instanceof Element key) {
      return Stream.of("red", "green", "blue")
          .mapToInt(band -> Integer.parseInt(key.getAttribute(band)))
          .toArray();
    }
    if (tree.getElementsByTagName("tRNS_Grayscale").item(0) instanceof Element key) {
      return new int[] {Integer.parseInt(key.getAttribute("gray"))};
    }
    return new int[0];
  }

  private static Image image(BufferedImage picture, int[] transparent) {
    int width = picture.getWidth();
    ColorModel model = picture.getColorModel();
    int channels = model.hasAlpha() || transparent.length > 0 ? Image.RGBA : Image.RGB;
    byte[] pixels = new byte[width * picture.getHeight() * channels];
    int[] pixel = new int[picture.getRaster().getNumBands()];
    for (int i = 0; i * channels < pixels.length; i++) {
      picture.getRaster().getPixel(i % width, i / width, pixel);
      int rgba = rgba(model, pixel);
      if (Arrays.equals(pixel, transparent)) {
        rgba &= ~0xFF;
      }
      for (int c = 0; c < channels; c++) {
        pixels[i * channels + c] = (byte) (rgba >> (24 - 8 * c));
      }
    }
    return new Image(width, picture.getHeight(), channels, pixels);
  }

  private static int rgba(ColorModel model, int[] pixel) {
    if (model instanceof IndexColorModel palette) {
      return Integer.rotateLeft(palette.getRGB(pixel[0]), 8);
    }
    int most = (1 << model.getComponentSize(0)) - 1;
    int rgba = 0;
    for (int c = 0; c < 3; c++) {
      rgba = rgba << 8 | level(pixel[pixel.length < 3 ? 0 : c], most);
    }
    return rgba << 8 | (model.hasAlpha() ? level(pixel[pixel.length - 1], most) : 0xFF);
  }

  /// A sample scaled to 0..255 and rounded.
  private static int level(int sample, int most) {
    return (sample * 255 + most / 2) / most;
  }
}
