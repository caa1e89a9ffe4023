package dev.darkroom.core.plugin.load;

import dev.darkroom.core.plugin.jar.PluginModules;
import dev.darkroom.core.plugin.layer.PluginLayer;
import dev.darkroom.core.plugin.layer.Provider;
import dev.darkroom.core.plugin.store.Release;
import java.util.List;
import java.util.stream.IntStream;

/// A plug-in that was started.
///
/// @param below the plug-ins that its layer stands on
public record Loaded(
    Release release,
    PluginModules modules,
    PluginLayer layer,
    List<Loaded> below,
    List<Provider> providers) {

  public Loaded {
    below = List.copyOf(below);
    providers = List.copyOf(providers);
  }

  public String id() {
    return layer.id();
  }

  /// Whether this is the same release, on the same plug-ins, with the same rights.
  @SuppressWarnings("ReferenceEquality") // another load of an equal plug-in has other classes
  boolean isStill(Release other, List<Loaded> others) {
    return release.equals(other)
        && below.size() == others.size()
        && IntStream.range(0, below.size()).allMatch(i -> below.get(i) == others.get(i));
  }
}
