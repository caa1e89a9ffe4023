package dev.darkroom.app.report;

import dev.darkroom.core.plugin.LockedPlugin;
import java.util.List;

/// What is installed, to be kept with a project and compared.
public record LockReport(List<Line> plugins) {

  /// Exactly one jar.
  public record Line(String id, String version, String sha256) {

    public static Line of(LockedPlugin plugin) {
      return new Line(plugin.id(), plugin.version().toString(), plugin.sha256());
    }

    /// As in a lock file.
    public String text() {
      return "%s %s sha256:%s".formatted(id, version, sha256);
    }
  }

  public static LockReport of(InstalledReport installed) {
    return new LockReport(
        installed.plugins().stream()
            .map(row -> new Line(row.id(), row.version(), row.release().sha256()))
            .toList());
  }
}
