package dev.darkroom.app.shelf;

import dev.darkroom.app.report.DiagnosisReport;
import dev.darkroom.app.report.InstallReport;
import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.app.report.LockReport;
import java.nio.file.Path;

/// The plug-ins that are installed, and what can be done with them.
public interface PluginShelf {

  InstalledReport list();

  /// What installing a jar would do. Changes nothing.
  InstallReport plan(Path jar);

  /// Installs a plug-in, or replaces the version that is there.
  ///
  /// @param consent hash of the jar that the user agreed to, `sha256:` may stand before it; empty for no
  ///     consent
  /// @throws dev.darkroom.core.error.InvalidRequestException if it cannot be, needs consent, or is not the
  ///     jar that the user agreed to
  InstalledReport.Row install(Path jar, String consent);

  /// Changes how an installed plug-in is used.
  ///
  /// @throws dev.darkroom.core.error.UnknownPluginException if it is not installed
  InstalledReport.Row change(String id, Change change);

  /// Takes a plug-in and all its versions away.
  InstalledReport remove(String id);

  /// Compares all private copies with what was installed.
  InstalledReport verify();

  /// What is installed, to be compared later.
  default LockReport lock() {
    return LockReport.of(list());
  }

  /// Everything, for a report of a fault. Tells more than [#list()], and takes longer.
  DiagnosisReport diagnose();

  /// What can be changed about a plug-in that stays.
  enum Change {
    ENABLE,
    DISABLE,
    ROLLBACK
  }
}
