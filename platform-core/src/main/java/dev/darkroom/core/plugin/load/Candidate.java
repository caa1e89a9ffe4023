package dev.darkroom.core.plugin.load;

import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.jar.PluginModules;
import dev.darkroom.core.plugin.store.Release;

/// A plug-in that is allowed and fit to be started, as far as it can be told alone.
record Candidate(Release release, PluginDescriptor descriptor, PluginModules modules) {

  String id() {
    return descriptor.id();
  }
}
