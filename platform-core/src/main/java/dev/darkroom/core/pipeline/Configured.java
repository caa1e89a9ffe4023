package dev.darkroom.core.pipeline;

import dev.darkroom.core.spi.Configurable;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.PluginUse;
import dev.darkroom.core.spi.Plugins;
import java.util.List;

/// A plug-in that a request names, found, with its settings checked.
///
/// @param use what the request says, with the full id
record Configured<P extends Configurable>(P plugin, ParameterValues values, PluginUse use) {

  /// @throws dev.darkroom.core.error.UnknownPluginException if there is no such plug-in
  /// @throws dev.darkroom.core.error.InvalidRequestException if it does not take the settings
  static <P extends Configurable> Configured<P> find(
      Plugins plugins, Class<P> kind, PluginUse use) {
    P plugin = plugins.find(kind, use.id());
    return new Configured<>(
        plugin, plugin.parameters().parse(use.settings()), use.withId(plugin.id()));
  }

  static <P extends Configurable> List<Configured<P>> findAll(
      Plugins plugins, Class<P> kind, List<PluginUse> uses) {
    return uses.stream().map(use -> find(plugins, kind, use)).toList();
  }

  static <P extends Configurable> List<PluginUse> uses(List<Configured<P>> found) {
    return found.stream().map(Configured::use).toList();
  }
}
