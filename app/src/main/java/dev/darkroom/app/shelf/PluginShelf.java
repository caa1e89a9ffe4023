package dev.darkroom.app.shelf;

import dev.darkroom.app.report.InstallReport;
import dev.darkroom.app.report.InstalledReport;
import java.nio.file.Path;
import java.util.List;

/// The plug-ins that are installed, and what can be done with them.
public interface PluginShelf {

  InstalledReport list();

  /// What installing a jar would do. Changes nothing.
  InstallReport plan(Path jar);

  /// Installs a plug-in, or replaces the version that is there.
  ///
  /// @param consent hash of the jar that the user agreed to; empty for no consent
  /// @throws dev.darkroom.core.error.InvalidRequestException if it cannot be, or needs consent
  InstalledReport.Row install(Path jar, String consent);

  /// Changes how an installed plug-in is used.
  ///
  /// @throws dev.darkroom.core.error.UnknownPluginException if it is not installed
  InstalledReport.Row change(String id, Change change);

  /// Takes a plug-in and all its versions away.
  InstalledReport remove(String id);

  /// Compares all private copies with what was installed.
  InstalledReport verify();

  /// Lines of a lock file.
  default List<String> lock() {
    return list().plugins().stream().map(InstalledReport.Row::lockLine).toList();
  }

  /// What can be changed about a plug-in that stays.
  enum Change {
    ENABLE,
    DISABLE,
    ROLLBACK
  }
}
