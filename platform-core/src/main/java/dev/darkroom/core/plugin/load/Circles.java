package dev.darkroom.core.plugin.load;

import dev.darkroom.core.plugin.info.PluginDependency;
import dev.darkroom.core.plugin.info.PluginDescriptor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Plug-ins that require each other.
///
/// @param members for the id of each plug-in in a circle the ids of those that require it and are
///     required by it, itself among them, in the order of the alphabet
record Circles(Map<String, List<String>> members) {

  static Circles of(Collection<PluginDescriptor> plugins) {
    Map<String, Set<String>> reached = new LinkedHashMap<>();
    Map<String, List<String>> required = new LinkedHashMap<>();
    plugins.forEach(plugin ->
        required.put(
            plugin.id(), plugin.needs().requires().stream().map(PluginDependency::id).toList()));
    required.keySet().forEach(id -> reached.put(id, reachedFrom(id, required)));
    Map<String, List<String>> members = new LinkedHashMap<>();
    reached.forEach((id, others) -> {
      if (others.contains(id)) {
        members.put(
            id,
            others.stream()
                .filter(other -> reached.getOrDefault(other, Set.of()).contains(id))
                .toList());
      }
    });
    return new Circles(members);
  }

  private static Set<String> reachedFrom(String start, Map<String, List<String>> required) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (String next : required.getOrDefault(open.remove(), List.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }
}
