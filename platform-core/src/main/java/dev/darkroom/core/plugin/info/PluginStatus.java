package dev.darkroom.core.plugin.info;

import java.util.List;

/// How an installed plug-in fares, and why.
///
/// @param reason one line for people; empty for an active one
/// @param providers the ids of what it provides; empty unless it is active
public record PluginStatus(PluginState state, String reason, List<String> providers) {

  public PluginStatus {
    providers = List.copyOf(providers);
  }

  public static PluginStatus active(List<String> providers) {
    return new PluginStatus(PluginState.ACTIVE, "", providers);
  }

  /// One that is not in use.
  public static PluginStatus of(PluginState state, String reason) {
    return new PluginStatus(state, reason, List.of());
  }
}
