package dev.darkroom.core.plugin.store;

import java.util.stream.Collectors;

/// What is installed, as lines that can be compared and kept with a project: id, version and the hash
/// of the jar.
final class LockText {

  private LockText() {}

  static String of(StoreState state) {
    return state.plugins().stream()
        .map(entry -> line(entry.current()))
        .sorted()
        .collect(Collectors.joining());
  }

  private static String line(Release release) {
    return "%s %s sha256:%s\n"
        .formatted(
            release.descriptor().get("id"), release.descriptor().get("version"), release.sha256());
  }
}
