package dev.darkroom.app.report;

import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.plugin.InstalledPlugin;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginRelease;
import dev.darkroom.core.plugin.info.PluginDependency;
import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.PluginState;
import java.util.List;

/// The plug-ins in the user's folder.
///
/// @param issues what else cannot be used, a line each
public record InstalledReport(List<Row> plugins, List<String> issues) {

  /// One plug-in.
  ///
  /// @param reason why it is not in use; empty if it is
  /// @param provides ids of its providers that are in use
  public record Row(
      String id,
      String version,
      PluginState state,
      String reason,
      List<String> provides,
      About about,
      Release release,
      List<Release> previous) {

    public static Row of(InstalledPlugin plugin) {
      return new Row(
          plugin.id(),
          plugin.descriptor().version().toString(),
          plugin.state(),
          plugin.status().reason(),
          plugin.status().providers(),
          About.of(plugin.descriptor()),
          Release.of(plugin.release()),
          plugin.previous().stream().map(Release::of).toList());
    }
  }

  /// What its descriptor says.
  public record About(
      String title,
      String description,
      String licence,
      String homepage,
      String api,
      List<String> requires) {

    static About of(PluginDescriptor descriptor) {
      PluginDescriptor.About about = descriptor.about();
      return new About(
          about.title(),
          about.description(),
          about.licence(),
          about.homepage(),
          descriptor.needs().api().toString(),
          descriptor.needs().requires().stream().map(PluginDependency::toString).toList());
    }
  }

  /// One version of it.
  public record Release(
      String version, String sha256, String signature, List<String> granted, String source) {

    static Release of(PluginRelease release) {
      return new Release(
          release.version().toString(),
          release.sha256(),
          release.signature(),
          release.granted().stream().sorted().map(permission -> permission.word()).toList(),
          release.source());
    }
  }

  /// @throws UnknownPluginException if it is not installed
  public Row find(String id) {
    return plugins.stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new UnknownPluginException("plug-in", id, plugins.stream().map(Row::id).toList()));
  }

  public static InstalledReport of(PluginHost host) {
    return new InstalledReport(
        host.installed().stream().map(Row::of).toList(),
        host.catalog().issues().stream()
            .map(issue -> issue.plugin() + ": " + issue.reason())
            .toList());
  }
}
