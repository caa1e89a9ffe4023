package dev.darkroom.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The memory that this process holds.
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");

  private static final int CLEANINGS = 4;
  private static final long PAUSE_MILLIS = 100;

  private ResidentMemory() {}

  /// Bytes of memory that the process has for itself, after Java has cleaned up; files that are mapped
  /// do not count. Empty where the system does not tell.
  static OptionalLong bytes() {
    for (int i = 0; i < CLEANINGS; i++) {
      System.gc();
      try {
        Thread.sleep(PAUSE_MILLIS); // native memory of tensors is freed by another thread
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("RssAnon:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .findFirst();
    } catch (IOException e) { // only Linux has the file
      return OptionalLong.empty();
    }
  }
}
