package dev.darkroom.core.error;

import java.util.List;

/// An id names no installed plug-in. The message lists ids or names that would have worked.
public final class UnknownPluginException extends DarkroomException {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final String[] known;

  /// @param kind what was looked for, as people call it: `sampler`, `backend`
  /// @param id the id as it was given
  /// @param known every id of that kind that is installed
  public UnknownPluginException(String kind, String id, List<String> known) {
    this(message(kind, id, known), known, id);
  }

  private UnknownPluginException(String message, List<String> known, String id) {
    super(message, null);
    this.id = id;
    this.known = known.toArray(String[]::new);
  }

  /// For kinds of which too many are installed to list them all.
  ///
  /// @param nearest names that may have been meant, nearest first; empty if nothing is installed
  public static UnknownPluginException nearest(String kind, String id, List<String> nearest) {
    if (nearest.isEmpty()) {
      return new UnknownPluginException(kind, id, nearest);
    }
    String names = "\"" + String.join("\", \"", nearest) + "\"";
    String message = "Unknown %s \"%s\". Nearest names: %s.".formatted(kind, id, names);
    return new UnknownPluginException(message, nearest, id);
  }

  private static String message(String kind, String id, List<String> known) {
    return known.isEmpty()
        ? "Unknown %s \"%s\": no %s is installed.".formatted(kind, id, kind)
        : "Unknown %s \"%s\". Known: %s.".formatted(kind, id, String.join(", ", known));
  }

  public String id() {
    return id;
  }

  /// Ids or names that would have worked.
  public List<String> known() {
    return List.of(known);
  }
}
