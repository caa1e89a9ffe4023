package dev.darkroom.core.plugin;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.Version;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a lock file: exactly this jar.
public record LockedPlugin(String id, Version version, String sha256) {

  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+)\\s+sha256:([0-9a-f]{64})");

  static LockedPlugin of(InstalledPlugin plugin) {
    PluginRelease release = plugin.release();
    return new LockedPlugin(plugin.id(), release.version(), release.sha256());
  }

  /// Reads a lock file. Empty lines and such that begin with `#` are passed over.
  ///
  /// @throws InvalidRequestException if a line has another form
  public static List<LockedPlugin> parse(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(LockedPlugin::parseLine)
        .toList();
  }

  private static LockedPlugin parseLine(String line) {
    Matcher form = LINE.matcher(line);
    if (!form.matches()) {
      throw new InvalidRequestException(
          "lock", "\"%s\" is no line of a lock file: id, version, sha256:hash.".formatted(line));
    }
    return new LockedPlugin(form.group(1), Version.parse("lock", form.group(2)), form.group(3));
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    return "%s %s sha256:%s".formatted(id, version, sha256);
  }
}
