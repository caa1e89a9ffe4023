package dev.darkroom.core.plugin.layer;

import dev.darkroom.core.spi.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A provider that was constructed, with the names it had then: what foreign code answers later cannot
/// disturb looking others up.
///
/// @param names id and aliases as [#normal] writes them
public record Provider(
    Class<? extends Plugin> kind, Plugin plugin, String id, List<String> names, int priority) {

  public Provider {
    names = List.copyOf(names);
  }

  /// Asks a provider for its names, which may throw whatever foreign code throws.
  public static Provider of(Class<? extends Plugin> kind, Plugin plugin) {
    String id = plugin.id();
    if (id == null || id.isBlank()) {
      throw new IllegalStateException(plugin.getClass().getName() + " has no id");
    }
    List<String> names = new ArrayList<>(plugin.aliases());
    names.add(id);
    names.add(shortId(id));
    names.add(plugin.title());
    return new Provider(
        kind, plugin, id, names.stream().map(Provider::normal).toList(), plugin.priority());
  }

  /// An id without its kind.
  public static String shortId(String id) {
    return id.substring(id.indexOf('.') + 1);
  }

  /// A name without what does not count in names.
  public static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
  }
}
