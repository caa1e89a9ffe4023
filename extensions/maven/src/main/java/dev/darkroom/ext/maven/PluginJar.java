package dev.darkroom.ext.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The jar of a plug-in, which may carry the jars of its libraries.
///
/// @param file of the jar
record PluginJar(Path file) {

  private static final String LIBRARIES = "META-INF/darkroom/lib/";

  /// Whether its author packed its libraries into it.
  boolean carriesLibraries() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().startsWith(LIBRARIES));
    }
  }

  /// Writes a copy that carries libraries; without libraries it is the same bytes, otherwise the same
  /// bytes for the same libraries.
  void copy(Path target, List<Path> libraries) throws IOException {
    if (libraries.isEmpty()) {
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          write(out, entry.getName(), in);
        }
      }
      for (Path library : libraries) {
        try (InputStream in = Files.newInputStream(library)) {
          write(out, LIBRARIES + library.getFileName(), in);
        }
      }
    }
  }

  private static void write(ZipOutputStream out, String name, InputStream in) throws IOException {
    out.putNextEntry(new ZipEntry(name).setLastModifiedTime(FileTime.fromMillis(0)));
    in.transferTo(out);
    out.closeEntry();
  }
}
