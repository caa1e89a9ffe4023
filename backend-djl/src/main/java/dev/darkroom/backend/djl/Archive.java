package dev.darkroom.backend.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A TorchScript archive: a zip file with the source of one class, and two small pickles that say that
/// the module is an object of that class without attributes.
final class Archive {

  private static final String FOLDER = "archive/";
  private static final String VERSION = "10\n";

  private static final String CLASS =
      """
      class Network(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
      """;

  private static final String SLOT = "  %s : Optional[List[Tensor]]\n";

  /// Protocol 2: an object of class `__torch__.Network` whose state is `{"training": False}`, up to
  /// the end of the state.
  private static final String OBJECT =
      "\u0080\u0002c__torch__\nNetwork\n)\u0081}X\u0008\0\0\0training\u0089s";

  private static final String END = "b.";

  /// Protocol 2: an empty tuple.
  private static final String NO_CONSTANTS = "\u0080\u0002).";

  private Archive() {}

  /// @param methods source of the methods, indented as members of a class
  static byte[] of(String methods) {
    return of(List.of(), methods);
  }

  /// @param slots names of attributes in which methods keep lists of tensors, `None` at first; at most
  ///     255 letters each
  /// @param methods source of the methods, indented as members of a class
  static byte[] of(List<String> slots, String methods) {
    StringBuilder object = new StringBuilder(OBJECT);
    StringBuilder source = new StringBuilder(CLASS);
    for (String slot : slots) {
      object.append('X').append((char) slot.length()).append("\0\0\0").append(slot).append("Ns");
      source.append(SLOT.formatted(slot));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data.pkl", object.append(END).toString().getBytes(StandardCharsets.ISO_8859_1));
      put(zip, "code/__torch__.py", (source + methods).getBytes(StandardCharsets.UTF_8));
      put(zip, "constants.pkl", NO_CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
      put(zip, "version", VERSION.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Stored, not deflated: the reader maps entries as they are.
  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(FOLDER + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
