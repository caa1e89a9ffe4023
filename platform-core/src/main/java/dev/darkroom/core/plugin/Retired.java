package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.layer.PluginLayer;
import dev.darkroom.core.plugin.load.Loaded;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Remembers what was in use, without keeping it.
final class Retired {

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String name, WeakReference<ModuleLayer> layer) {

    Entry(String name, ModuleLayer layer) {
      this(name, new WeakReference<>(layer));
    }

    /// The name and what is known to hold it; nothing if nobody does.
    Stream<String> lines() {
      ModuleLayer held = layer.get();
      if (held == null) {
        return Stream.empty();
      }
      List<String> threads = LayerThreads.of(held).names();
      return Stream.of(
          threads.isEmpty()
              ? name
              : "%s (running in it: %s)".formatted(name, String.join(", ", threads)));
    }
  }

  @SuppressWarnings("ReferenceEquality") // another load of an equal plug-in has other classes
  synchronized void replaced(Map<String, Loaded> before, Map<String, Loaded> after) {
    before
        .values()
        .forEach(loaded -> {
          if (after.get(loaded.id()) != loaded) {
            entries.add(new Entry(loaded.release().parsed().name(), loaded.layer().layer()));
          }
        });
  }

  synchronized void failed(PluginLayer layer) {
    entries.add(new Entry(layer.id() + ", which failed to start", layer.layer()));
  }

  /// Id and version of those that are still held.
  synchronized List<String> lingering() {
    if (!entries.isEmpty()) {
      System.gc(); // what nobody holds is still there until the collector has run
    }
    entries.removeIf(entry -> entry.layer().refersTo(null));
    return entries.stream().flatMap(Entry::lines).toList();
  }
}
