package dev.darkroom.app.shelf;

import dev.darkroom.app.report.DiagnosisReport;
import dev.darkroom.app.report.InstallReport;
import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.Consent;
import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.InstalledPlugin;
import dev.darkroom.core.plugin.PluginHost;
import java.nio.file.Path;
import java.util.Locale;

/// The plug-ins of this process, as they are in the folder at that moment: another process may have
/// changed it.
///
/// @param host stays open
public record LocalShelf(PluginHost host) implements PluginShelf {

  private static final String ALGORITHM = "sha256:";

  private PluginHost fresh() {
    host.refresh();
    return host;
  }

  @Override
  public InstalledReport list() {
    return InstalledReport.of(fresh());
  }

  @Override
  public InstallReport plan(Path jar) {
    return InstallReport.of(fresh().plan(jar));
  }

  @Override
  public InstalledReport.Row install(Path jar, String consent) {
    InstallPlan plan = fresh().plan(jar);
    return InstalledReport.Row.of(host.install(plan, consent(plan, consent)));
  }

  private static Consent consent(InstallPlan plan, String text) {
    String hash = text.strip().toLowerCase(Locale.ROOT);
    hash = hash.startsWith(ALGORITHM) ? hash.substring(ALGORITHM.length()) : hash;
    if (hash.isEmpty()) {
      return Consent.none();
    }
    if (!hash.equals(plan.jar().sha256())) {
      throw new InvalidRequestException(
          "consent",
          "%s is another jar than the one that you agreed to: its hash is %s, not %s. Find out why before you install it."
              .formatted(plan.jar().file(), plan.jar().sha256(), hash));
    }
    return Consent.to(plan);
  }

  @Override
  public InstalledReport.Row change(String id, Change change) {
    PluginHost now = fresh();
    InstalledPlugin changed =
        switch (change) {
          case ENABLE -> now.enable(id);
          case DISABLE -> now.disable(id);
          case ROLLBACK -> now.rollback(id);
        };
    return InstalledReport.Row.of(changed);
  }

  @Override
  public InstalledReport remove(String id) {
    fresh().remove(id);
    return list();
  }

  @Override
  public InstalledReport verify() {
    fresh().verify();
    return list();
  }

  @Override
  public DiagnosisReport diagnose() {
    return DiagnosisReport.of(host);
  }
}
