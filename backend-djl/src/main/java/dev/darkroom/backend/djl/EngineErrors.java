package dev.darkroom.backend.djl;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.DeviceMemoryException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Turns what PyTorch throws into our exceptions.
final class EngineErrors {

  private static final List<String> MEMORY =
      List.of("out of memory", "can't allocate memory", "bad_alloc", "not enough memory");

  private EngineErrors() {}

  /// @param what what was being done, as the start of a sentence: `unet could not run`
  static BackendException wrap(String what, RuntimeException cause) {
    String detail = reason(Objects.toString(cause.getMessage(), "no reason given"));
    String lower = detail.toLowerCase(Locale.ROOT);
    if (MEMORY.stream().anyMatch(lower::contains)) {
      return new DeviceMemoryException(
          what + " for want of memory; try a smaller picture or batch: " + detail, cause);
    }
    return new BackendException(what + ": " + detail, cause);
  }

  /// What went wrong, and the line of the script that it happened in.
  private static String reason(String message) {
    List<String> lines = message.strip().lines().toList();
    String error = lines.isEmpty() ? message : lines.getLast();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).contains("<--- HERE")) {
        return error + " in " + lines.get(i - 1).strip();
      }
    }
    return error;
  }
}
