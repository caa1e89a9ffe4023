package dev.darkroom.core.plugin.store;

import java.util.ArrayList;
import java.util.List;

/// An installed plug-in, as the state file holds it.
///
/// @param use whether the user wants it loaded
/// @param previous what it was before, newest first
/// @param failures how many starts in a row failed
/// @param failure what the last of them ended with; empty if none did
public record Entry(
    String id, Use use, Release current, List<Release> previous, int failures, String failure) {

  /// So many versions to go back to are kept.
  static final int KEPT = 3;

  /// What the user wants.
  public enum Use {
    ENABLED,
    DISABLED
  }

  public Entry {
    previous = List.copyOf(previous);
  }

  /// A plug-in that was not there before.
  public static Entry of(String id, Release release) {
    return new Entry(id, Use.ENABLED, release, List.of(), 0, "");
  }

  public Entry with(Use changed) {
    return new Entry(id, changed, current, previous, 0, "");
  }

  /// Another version; the one from before can be gone back to.
  public Entry with(Release release) {
    List<Release> older = new ArrayList<>(List.of(current));
    previous.stream().filter(r -> !r.sha256().equals(current.sha256())).forEach(older::add);
    older.removeIf(r -> r.sha256().equals(release.sha256()));
    return new Entry(id, use, release, older.subList(0, Math.min(KEPT, older.size())), 0, "");
  }

  /// The version from before, and this one no more.
  public Entry rolledBack() {
    return new Entry(id, use, previous.getFirst(), previous.subList(1, previous.size()), 0, "");
  }

  /// One more failed start.
  public Entry failed(String reason) {
    return new Entry(id, use, current, previous, failures + 1, reason);
  }

  public Entry started() {
    return new Entry(id, use, current, previous, 0, "");
  }
}
