package dev.darkroom.app.client;

import dev.darkroom.app.report.DiagnosisReport;
import dev.darkroom.app.report.InstallReport;
import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.app.shelf.PluginShelf;
import dev.darkroom.app.wire.InstallBody;
import java.nio.file.Path;
import java.util.Locale;

/// The plug-ins of a host that runs.
public record RemoteShelf(HostClient host) implements PluginShelf {

  private static final String PLUGINS = "/v1/plugins";

  @Override
  public InstalledReport list() {
    return host.get(PLUGINS, InstalledReport.class);
  }

  @Override
  public InstallReport plan(Path jar) {
    return host.post(PLUGINS + "/plan", body(jar, ""), InstallReport.class);
  }

  @Override
  public InstalledReport.Row install(Path jar, String consent) {
    return host.post(PLUGINS, body(jar, consent), InstalledReport.Row.class);
  }

  private static InstallBody body(Path jar, String consent) {
    return new InstallBody(jar.toAbsolutePath().normalize().toString(), consent);
  }

  @Override
  public InstalledReport.Row change(String id, Change change) {
    String verb = change.name().toLowerCase(Locale.ROOT);
    return host.post(address(id) + "/" + verb, new HostClient.Empty(), InstalledReport.Row.class);
  }

  @Override
  public InstalledReport remove(String id) {
    return host.delete(address(id), InstalledReport.class);
  }

  /// Text that is no id of an installed plug-in need not even fit into an address.
  private String address(String id) {
    return PLUGINS + "/" + list().find(id).id();
  }

  @Override
  public InstalledReport verify() {
    return host.post(PLUGINS + "/verify", new HostClient.Empty(), InstalledReport.class);
  }

  @Override
  public DiagnosisReport diagnose() {
    return host.get(PLUGINS + "/diagnose", DiagnosisReport.class);
  }
}
