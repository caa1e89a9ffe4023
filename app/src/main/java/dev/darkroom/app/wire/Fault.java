package dev.darkroom.app.wire;

import org.jspecify.annotations.Nullable;

/// What is at fault.
///
/// @param code the kind: one of the constants here, or one of the host itself
/// @param field the field, file or id; null where that has no meaning
/// @param message for people
public record Fault(String code, @Nullable String field, String message) {

  public static final String INVALID_REQUEST = "invalid-request";
  public static final String UNKNOWN_PLUGIN = "unknown-plugin";
  public static final String MODEL = "model";
  public static final String BACKEND = "backend";
  public static final String CANCELLED = "cancelled";

  /// The body of an answer that says what is at fault.
  public record Answer(Fault error) {}
}
