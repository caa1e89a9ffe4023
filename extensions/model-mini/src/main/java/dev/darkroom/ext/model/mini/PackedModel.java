package dev.darkroom.ext.model.mini;

import dev.darkroom.core.error.ModelFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// A model folder inside a jar.
///
/// @param jar the jar
/// @param root the folder in it
record PackedModel(Path jar, String root) {

  /// Unpacks the files into `<parent>/<name>-<hash of the contents>` and returns that folder. Files
  /// that lie there in full already are left alone; others appear in one piece, so that several
  /// processes may unpack at once and a broken-off one leaves nothing that counts.
  Path unpack(Path parent, String name) {
    try (JarFile open = new JarFile(jar.toFile())) {
      List<ZipEntry> entries = entries(open);
      Path target = parent.resolve(name + "-" + hash(entries));
      List<ZipEntry> missing = entries.stream().filter(e -> !isThere(target, e)).toList();
      if (!missing.isEmpty()) {
        Files.createDirectories(target);
        place(open, missing, target);
      }
      return target;
    } catch (IOException e) {
      throw new ModelFormatException(
          parent.toString(),
          ("cannot unpack the model that comes along (%s); make the folder writable and see that"
                  + " the disk has room, or choose another cache folder.")
              .formatted(e),
          e);
    }
  }

  private List<ZipEntry> entries(JarFile open) {
    List<ZipEntry> entries =
        open.stream()
            .map(ZipEntry.class::cast)
            .filter(entry -> entry.getName().startsWith(root + "/") && !entry.isDirectory())
            .sorted(Comparator.comparing(ZipEntry::getName))
            .toList();
    if (entries.isEmpty()) {
      throw new ModelFormatException(jar.toString(), "holds no model; build or download it again.");
    }
    return entries;
  }

  /// A hash of names, sizes and checksums as the jar's directory gives them: nothing is unpacked to
  /// find out that everything is there.
  private static String hash(List<ZipEntry> entries) {
    StringBuilder text = new StringBuilder();
    for (ZipEntry entry : entries) {
      text.append("%s %d %08x%n".formatted(entry.getName(), entry.getSize(), entry.getCrc()));
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private boolean isThere(Path target, ZipEntry entry) {
    Path file = file(target, entry);
    try {
      return Files.isRegularFile(file) && Files.size(file) == entry.getSize();
    } catch (IOException _) {
      return false;
    }
  }

  private Path file(Path target, ZipEntry entry) {
    return target.resolve(entry.getName().substring(root.length() + 1));
  }

  private void place(JarFile open, List<ZipEntry> missing, Path target) throws IOException {
    Path workshop = Files.createTempDirectory(target.getParent(), ".unpacking-");
    try {
      for (ZipEntry entry : missing) {
        Path unpacked = workshop.resolve("file");
        try (InputStream in = open.getInputStream(entry)) {
          Files.copy(in, unpacked);
        }
        Path file = file(target, entry);
        Files.createDirectories(file.getParent());
        Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      clear(workshop);
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
