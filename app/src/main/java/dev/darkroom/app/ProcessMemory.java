package dev.darkroom.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What the operating system says about memory. Empty where it does not say (only Linux does).
public final class ProcessMemory {

  private ProcessMemory() {}

  /// The most memory that this process has held, in bytes.
  public static OptionalLong peak() {
    return read("/proc/self/status", "VmHWM:");
  }

  /// The memory of the machine, in bytes.
  public static OptionalLong total() {
    return read("/proc/meminfo", "MemTotal:");
  }

  /// The memory that a new process could have without swapping, in bytes.
  public static OptionalLong available() {
    return read("/proc/meminfo", "MemAvailable:");
  }

  private static OptionalLong read(String file, String key) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }
}
