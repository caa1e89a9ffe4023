package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.info.PluginStatus;
import dev.darkroom.core.plugin.load.Loaded;
import dev.darkroom.core.plugin.load.Loading;
import dev.darkroom.core.plugin.store.Entry;
import dev.darkroom.core.plugin.store.StoreState;
import java.util.List;
import java.util.Map;

/// What is installed and what is started, at one moment.
record Snapshot(StoreState state, Loading.Result result, PluginCatalog catalog) {

  /// @param boot what is part of the program
  static Snapshot of(StoreState state, Loading.Result result, PluginCatalog boot) {
    PluginCatalog catalog = boot;
    for (Loaded loaded : result.loaded().values()) {
      catalog = catalog.with("the plug-in " + loaded.id(), loaded.providers());
    }
    for (Map.Entry<String, PluginStatus> status : result.statuses().entrySet()) {
      boolean isFault =
          switch (status.getValue().state()) {
            case ACTIVE, DISABLED -> false;
            case INCOMPATIBLE, UNSIGNED, MODIFIED, FAILED, QUARANTINED -> true;
          };
      if (isFault) {
        catalog = catalog.with(new PluginIssue(status.getKey(), text(status.getValue())));
      }
    }
    return new Snapshot(state, result, catalog);
  }

  private static String text(PluginStatus status) {
    return status.state() + ": " + status.reason();
  }

  List<InstalledPlugin> installed() {
    return state.plugins().stream().map(this::installed).toList();
  }

  private InstalledPlugin installed(Entry entry) {
    return new InstalledPlugin(
        entry.current().parsed(),
        status(entry.id()),
        PluginRelease.of(entry.current()),
        entry.previous().stream().map(PluginRelease::of).toList());
  }

  PluginStatus status(String id) {
    return result
        .statuses()
        .getOrDefault(id, PluginStatus.of(PluginState.DISABLED, "It was not looked at."));
  }
}
