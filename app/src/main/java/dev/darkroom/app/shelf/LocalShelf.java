package dev.darkroom.app.shelf;

import dev.darkroom.app.report.InstallReport;
import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.core.plugin.Consent;
import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.InstalledPlugin;
import dev.darkroom.core.plugin.PluginHost;
import java.nio.file.Path;

/// The plug-ins of this process.
///
/// @param host stays open
public record LocalShelf(PluginHost host) implements PluginShelf {

  @Override
  public InstalledReport list() {
    return InstalledReport.of(host);
  }

  @Override
  public InstallReport plan(Path jar) {
    return InstallReport.of(host.plan(jar));
  }

  @Override
  public InstalledReport.Row install(Path jar, String consent) {
    InstallPlan plan = host.plan(jar);
    boolean agreed = plan.jar().sha256().equals(consent);
    return InstalledReport.Row.of(host.install(plan, agreed ? Consent.to(plan) : Consent.none()));
  }

  @Override
  public InstalledReport.Row change(String id, Change change) {
    InstalledPlugin changed =
        switch (change) {
          case ENABLE -> host.enable(id);
          case DISABLE -> host.disable(id);
          case ROLLBACK -> host.rollback(id);
        };
    return InstalledReport.Row.of(changed);
  }

  @Override
  public InstalledReport remove(String id) {
    host.remove(id);
    return list();
  }

  @Override
  public InstalledReport verify() {
    host.verify();
    return list();
  }
}
