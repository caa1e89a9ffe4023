package dev.darkroom.core.error;

import java.util.List;

/// An id names no installed plug-in. The message lists the ids that would have worked.
public final class UnknownPluginException extends DarkroomException {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final String[] known;

  /// @param kind what was looked for, as people call it: `sampler`, `backend`
  /// @param id the id as it was given
  /// @param known every id of that kind that is installed
  public UnknownPluginException(String kind, String id, List<String> known) {
    super(message(kind, id, known), null);
    this.id = id;
    this.known = known.toArray(String[]::new);
  }

  private static String message(String kind, String id, List<String> known) {
    return known.isEmpty()
        ? "Unknown %s \"%s\": no %s is installed.".formatted(kind, id, kind)
        : "Unknown %s \"%s\". Known: %s.".formatted(kind, id, String.join(", ", known));
  }

  public String id() {
    return id;
  }

  public List<String> known() {
    return List.of(known);
  }
}
