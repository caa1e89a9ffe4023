package dev.darkroom.app.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Compiled classes as the jar that a build would make of them.
///
/// @param folder that the compiler writes to
record ClassesJar(Path folder) {

  /// Writes the jar, over one that is there; the same files make the same bytes.
  void pack(Path jar) throws IOException {
    try (Stream<Path> tree = Files.walk(folder);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        zip.putNextEntry(new ZipEntry(name).setLastModifiedTime(FileTime.fromMillis(0)));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }
}
