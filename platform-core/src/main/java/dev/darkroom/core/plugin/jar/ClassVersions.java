package dev.darkroom.core.plugin.jar;

import dev.darkroom.core.plugin.info.Problem;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Which Java class files were compiled for. Java itself would say so only when a class is first used.
final class ClassVersions {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_0 = 44;

  private ClassVersions() {}

  /// The first class of a jar that this Java cannot load.
  static Optional<Problem> problem(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
          String name = "%s in %s".formatted(entry.getName(), jar.getFileName());
          Optional<Problem> problem = problem(zip, entry, name);
          if (problem.isPresent()) {
            return problem;
          }
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<Problem> problem(ZipFile zip, ZipEntry entry, String name)
      throws IOException {
    try (DataInputStream in = new DataInputStream(zip.getInputStream(entry))) {
      if (entry.getSize() < 8 || in.readInt() != MAGIC) {
        return Optional.of(
            new Problem(name + " is no class file.", "Have the plug-in built again."));
      }
      in.readUnsignedShort();
      int java = in.readUnsignedShort() - JAVA_0;
      int here = Runtime.version().feature();
      return java <= here
          ? Optional.empty()
          : Optional.of(
              new Problem(
                  "%s needs Java %d, and this is Java %d.".formatted(name, java, here),
                  "Run Darkroom on that Java, or find a version of the plug-in for this one."));
    }
  }
}
