package dev.darkroom.core;

import dev.darkroom.core.tensor.DType;
import java.nio.file.Path;

/// How Darkroom is opened.
///
/// @param backend id or alias of a backend, or [#AUTO]
/// @param device id of a device of that backend, or [#AUTO]
/// @param precision what networks compute in
/// @param cache folder for what is unpacked once; made when it is needed
public record DarkroomOptions(String backend, String device, DType precision, Path cache) {

  /// The best that works here.
  public static final String AUTO = "auto";

  /// The best backend and device that work here, in float32.
  public static DarkroomOptions defaults() {
    return new DarkroomOptions(AUTO, AUTO, DType.F32, userCache());
  }

  public DarkroomOptions withBackend(String changed) {
    return new DarkroomOptions(changed, device, precision, cache);
  }

  public DarkroomOptions withDevice(String changed) {
    return new DarkroomOptions(backend, changed, precision, cache);
  }

  public DarkroomOptions withPrecision(DType changed) {
    return new DarkroomOptions(backend, device, changed, cache);
  }

  public DarkroomOptions withCache(Path changed) {
    return new DarkroomOptions(backend, device, precision, changed);
  }

  /// `$XDG_CACHE_HOME/darkroom`, or `.cache/darkroom` in the user's home.
  private static Path userCache() {
    String folder = System.getenv("XDG_CACHE_HOME");
    String home = System.getenv("HOME");
    Path base =
        folder != null && !folder.isBlank()
            ? Path.of(folder)
            : Path.of(home != null ? home : System.getProperty("user.home"), ".cache");
    return base.resolve("darkroom");
  }
}
