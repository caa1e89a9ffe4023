package dev.darkroom.testkit.plugin;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// Breaks jars that compilers would not make.
final class JarEdit {

  private JarEdit() {}

  static Path change(Path jar, String entry, UnaryOperator<byte[]> change) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Path file = zip.getPath(entry);
      Files.write(file, change.apply(Files.readAllBytes(file)));
    }
    return jar;
  }

  /// Replaces an entry of `to` by that of `from`.
  static Path copy(Path from, String entry, Path to) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(from)) {
      byte[] bytes = Files.readAllBytes(zip.getPath(entry));
      return change(to, entry, _ -> bytes);
    }
  }

  static Path delete(Path jar, String entry) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Files.delete(zip.getPath(entry));
    }
    return jar;
  }

  /// A class file, as a compiler for another Java would make it.
  static UnaryOperator<byte[]> forJava(int version) {
    return bytes -> {
      byte[] changed = bytes.clone();
      changed[MAJOR_VERSION] = (byte) (version + JAVA_0);
      return changed;
    };
  }

  /// What passes for a class file until somebody uses it.
  static byte[] emptyClass() {
    return new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 69};
  }

  /// What a download that broke off leaves.
  static byte[] firstHalf(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static final int MAJOR_VERSION = 7;
  private static final int JAVA_0 = 44;
}
