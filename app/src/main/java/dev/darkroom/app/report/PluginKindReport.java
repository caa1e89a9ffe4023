package dev.darkroom.app.report;

import dev.darkroom.core.spi.Configurable;
import dev.darkroom.core.spi.Plugins;
import java.util.List;

/// All plug-ins of one kind, preferred ones first.
public record PluginKindReport(List<Row> plugins) {

  /// One plug-in.
  public record Row(
      String id, String title, String summary, List<String> aliases, List<Setting> settings) {}

  public static PluginKindReport of(Plugins plugins, Class<? extends Configurable> kind) {
    return new PluginKindReport(plugins.all(kind).stream().map(PluginKindReport::row).toList());
  }

  private static Row row(Configurable plugin) {
    return new Row(
        plugin.id(),
        plugin.title(),
        plugin.summary(),
        plugin.aliases(),
        Setting.of(plugin.parameters().parameters()));
  }
}
