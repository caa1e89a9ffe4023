package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.load.Loaded;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Remembers what was in use, without keeping it.
final class Retired {

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String name, WeakReference<ModuleLayer> layer) {}

  @SuppressWarnings("ReferenceEquality") // another load of an equal plug-in has other classes
  synchronized void replaced(Map<String, Loaded> before, Map<String, Loaded> after) {
    before
        .values()
        .forEach(loaded -> {
          if (after.get(loaded.id()) != loaded) {
            entries.add(
                new Entry(
                    loaded.release().parsed().name(), new WeakReference<>(loaded.layer().layer())));
          }
        });
  }

  /// Id and version of those that are still held.
  synchronized List<String> lingering() {
    if (!entries.isEmpty()) {
      System.gc(); // what nobody holds is still there until the collector has run
    }
    entries.removeIf(entry -> entry.layer().refersTo(null));
    return entries.stream().map(Entry::name).toList();
  }
}
