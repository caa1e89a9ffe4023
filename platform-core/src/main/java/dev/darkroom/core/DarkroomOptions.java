package dev.darkroom.core;

import dev.darkroom.core.spi.PerComponent;
import dev.darkroom.core.tensor.DType;
import java.nio.file.Path;
import java.util.function.Consumer;

/// How Darkroom is opened.
///
/// @param backend id or alias of a backend, or [#AUTO]
/// @param device id of a device of that backend, or [#AUTO]
/// @param precision what networks compute in
/// @param cache folder for what is unpacked once and for measured speeds; made when it is needed
/// @param notices told in a sentence when something is not as asked for: a device that cannot be used
///     is replaced by the processor; by default a warning in the log
public record DarkroomOptions(
    PerComponent<String> backend,
    PerComponent<String> device,
    PerComponent<DType> precision,
    Path cache,
    Consumer<String> notices) {

  /// The best that works here.
  public static final String AUTO = "auto";

  private static final System.Logger LOG = System.getLogger(DarkroomOptions.class.getName());

  /// The best backend and device that work here, in float32.
  public static DarkroomOptions defaults() {
    return new DarkroomOptions(
        PerComponent.all(AUTO),
        PerComponent.all(AUTO),
        PerComponent.all(DType.F32),
        userCache(),
        notice -> LOG.log(System.Logger.Level.WARNING, notice));
  }

  /// One backend for all components.
  public DarkroomOptions withBackend(String changed) {
    return withBackend(PerComponent.all(changed));
  }

  public DarkroomOptions withBackend(PerComponent<String> changed) {
    return new DarkroomOptions(changed, device, precision, cache, notices);
  }

  /// One device for all components.
  public DarkroomOptions withDevice(String changed) {
    return withDevice(PerComponent.all(changed));
  }

  public DarkroomOptions withDevice(PerComponent<String> changed) {
    return new DarkroomOptions(backend, changed, precision, cache, notices);
  }

  /// One precision for all components.
  public DarkroomOptions withPrecision(DType changed) {
    return withPrecision(PerComponent.all(changed));
  }

  public DarkroomOptions withPrecision(PerComponent<DType> changed) {
    return new DarkroomOptions(backend, device, changed, cache, notices);
  }

  public DarkroomOptions withCache(Path changed) {
    return new DarkroomOptions(backend, device, precision, changed, notices);
  }

  public DarkroomOptions withNotices(Consumer<String> changed) {
    return new DarkroomOptions(backend, device, precision, cache, changed);
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
