package dev.darkroom.core.image;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A PNG file: a picture, and texts by keyword in the order of the file (PNG specification, third
/// edition, W3C 2025).
///
/// Every standard form is read (gray, palette, 16 bits, interlaced, transparent) and becomes 8-bit
/// RGB or RGBA; colour profiles and gamma are not applied. Written are plain 8-bit RGB and RGBA.
/// Immutable.
public record Png(Image image, SequencedMap<String, String> texts) {

  /// The longest side of a picture that is read, in pixels.
  public static final int MAX_SIDE = 16_384;

  /// The most pixels of a picture that is read.
  public static final long MAX_PIXELS = 100_000_000;

  /// The largest file that is read, in bytes.
  public static final long MAX_FILE_BYTES = 1L << 30;

  /// The most that the texts of a file that is read may take, in bytes; each `zTXt` and `iTXt` counts
  /// as [#MAX_PACKED_TEXT_BYTES] at least.
  public static final int MAX_TEXT_BYTES = 1 << 24;

  /// A packed text of a file that is read must be shorter, in bytes, unpacked.
  public static final int MAX_PACKED_TEXT_BYTES = 1 << 18;

  public Png {
    texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
  }

  /// A picture without texts.
  public static Png of(Image image) {
    return new Png(image, new LinkedHashMap<>());
  }

  /// Reads a file.
  ///
  /// @throws ModelFormatException if it is missing, no PNG, damaged or too large; names the file
  public static Png read(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_FILE_BYTES) {
        throw new ModelFormatException(
            file.toString(),
            "has %d bytes; pictures may have %d. Use a smaller one."
                .formatted(size, MAX_FILE_BYTES));
      }
      return decode(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ModelFormatException(
          file.toString(), "cannot be read (%s). Check the path of the picture.".formatted(e), e);
    }
  }

  /// Reads a file that is in memory; `source` names it in messages.
  ///
  /// @throws ModelFormatException if it is no PNG, damaged or too large
  public static Png decode(String source, byte[] file) {
    return PngReader.read(source, file);
  }

  /// The file in memory. The same picture and texts give the same bytes.
  ///
  /// Texts are written as `tEXt` where Latin-1 holds them, else as `iTXt`; the zero character,
  /// which PNG forbids, becomes U+FFFD.
  ///
  /// @throws IllegalArgumentException if a keyword is not 1 to 79 printable Latin-1 characters
  ///     without spaces at the ends or two in a row
  public byte[] encode() {
    return PngWriter.write(this);
  }

  /// Writes the file, whole or not at all.
  ///
  /// @throws dev.darkroom.core.error.InvalidRequestException for the field `output`, if it cannot
  ///     be written
  public void write(Path file) {
    AtomicFile.write(file, encode());
  }
}
