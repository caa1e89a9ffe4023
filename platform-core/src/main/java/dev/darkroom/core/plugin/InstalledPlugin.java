package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.info.PluginStatus;
import java.util.List;

/// A plug-in in the user's folder, and how it fares.
///
/// @param release the version that is installed
/// @param previous versions that can be gone back to, newest first
public record InstalledPlugin(
    PluginDescriptor descriptor,
    PluginStatus status,
    PluginRelease release,
    List<PluginRelease> previous) {

  public InstalledPlugin {
    previous = List.copyOf(previous);
  }

  public String id() {
    return descriptor.id();
  }

  public PluginState state() {
    return status.state();
  }
}
