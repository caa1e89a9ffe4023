package dev.darkroom.backend.tf;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;

/// The environment variables that TensorFlow reads while it is loaded. What the user has set stays.
final class EngineEnvironment {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "TF_CPP_MIN_LOG_LEVEL", "3", // errors reach callers as exceptions
          "TF_ENABLE_ONEDNN_OPTS", "1",
          "TF_OVERRIDE_GLOBAL_THREADPOOL", "1"); // else the first session's threads serve them all

  private EngineEnvironment() {}

  /// Sets them for this process. On Windows, whose C library copies the environment at the start,
  /// they have to be set by the launcher.
  @SuppressWarnings("restricted") // calls setenv with its types
  static void prepare() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    setenv.ifPresent(address -> {
      MethodHandle call =
          linker.downcallHandle(
              address,
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      SETTINGS.forEach((key, value) -> set(call, key, value));
    });
  }

  private static void set(MethodHandle setenv, String key, String value) {
    try (Arena arena = Arena.ofConfined()) {
      int keep = 0;
      int _ = (int) setenv.invokeExact(arena.allocateFrom(key), arena.allocateFrom(value), keep);
    } catch (Throwable e) {
      throw new AssertionError("setenv is plain C and throws nothing", e);
    }
  }
}
