package dev.darkroom.core.plugin.layer;

import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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
    presets(plugin).forEach(preset -> Objects.requireNonNull(preset, "preset"));
    return new Provider(
        kind, plugin, id, names.stream().map(Provider::normal).toList(), plugin.priority());
  }

  private static List<Preset> presets(Plugin plugin) {
    return switch (plugin) {
      case SamplerProvider sampler -> sampler.presets();
      case ScheduleProvider schedule -> schedule.presets();
      default -> List.of();
    };
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
