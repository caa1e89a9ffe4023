package dev.darkroom.backend.tf;

import dev.darkroom.core.process.EnvironmentVariables;
import java.util.Map;

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
  static void prepare() {
    EnvironmentVariables.setDefaults(SETTINGS);
  }
}
