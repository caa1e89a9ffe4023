package dev.darkroom.core.plugin.info;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;

/// Another plug-in that one plug-in speaks of, and the versions that it means.
public record PluginDependency(String id, VersionRange versions) {

  /// Reads `other-id [1.0,2); third-id`; without a range any version is meant.
  ///
  /// @param field what is read, for the message
  /// @throws InvalidRequestException if an id or a range has another form
  static List<PluginDependency> parse(String field, String text) {
    List<PluginDependency> dependencies = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        dependencies.add(parseOne(field, part.strip()));
      }
    }
    return List.copyOf(dependencies);
  }

  private static PluginDependency parseOne(String field, String text) {
    String[] words = text.split("\\s+", 2);
    PluginDescriptor.requireId(field, words[0]);
    VersionRange versions =
        words.length == 1 ? VersionRange.any() : VersionRange.parse(field, words[1]);
    return new PluginDependency(words[0], versions);
  }

  /// Whether a plug-in of that version is meant.
  public boolean matches(String other, Version version) {
    return id.equals(other) && versions.contains(version);
  }

  @Override
  public String toString() {
    return versions.equals(VersionRange.any()) ? id : id + " " + versions;
  }
}
