package dev.darkroom.backend.onnx;

import ai.onnxruntime.OrtException;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.DeviceMemoryException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Turns what ONNX Runtime throws into our exceptions.
final class EngineErrors {

  private static final List<String> MEMORY =
      List.of("bad_alloc", "out of memory", "failed to allocate memory", "outofmemory");

  private EngineErrors() {}

  /// @param what what was being done, as the start of a sentence: `unet could not run`
  static BackendException wrap(String what, OrtException cause) {
    String detail = Objects.toString(cause.getMessage(), "no reason given");
    String lower = detail.toLowerCase(Locale.ROOT);
    if (MEMORY.stream().anyMatch(lower::contains)) {
      return new DeviceMemoryException(
          what + " for want of memory; try a smaller picture or batch: " + detail, cause);
    }
    return new BackendException(what + ": " + detail, cause);
  }
}
