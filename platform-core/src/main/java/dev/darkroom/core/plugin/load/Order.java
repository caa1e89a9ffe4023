package dev.darkroom.core.plugin.load;

import dev.darkroom.core.plugin.info.PluginDependency;
import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The order in which plug-ins are started: those that others stand on first. What cannot be started
/// because of others is refused with a reason.
///
/// @param order ids
/// @param refused reasons by id
record Order(List<String> order, Map<String, String> refused) {

  /// @param candidates in the order in which they were installed; the earlier of two that exclude
  ///     each other is kept
  /// @param api the version of Darkroom's interfaces
  /// @param unusable what became of the plug-ins that are installed and no candidates, by id
  static Order of(List<PluginDescriptor> candidates, Version api, Map<String, String> unusable) {
    Sorting sorting = new Sorting(unusable);
    candidates.forEach(candidate -> sorting.admit(candidate, api));
    sorting.refuseUntilAllIsThere();
    sorting.refuseEnemies();
    sorting.refuseUntilAllIsThere();
    sorting.sort();
    return new Order(List.copyOf(sorting.sorted), Map.copyOf(sorting.refused));
  }

  private static final class Sorting {
    private final Map<String, String> unusable;
    private final Map<String, PluginDescriptor> left = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final Set<String> sorted = new LinkedHashSet<>();

    Sorting(Map<String, String> unusable) {
      this.unusable = unusable;
    }

    void admit(PluginDescriptor plugin, Version api) {
      if (plugin.needs().api().contains(api)) {
        left.put(plugin.id(), plugin);
      } else {
        refuse(
            plugin.id(),
            "It is made for Darkroom's interfaces %s, and these are %s. Find a version of it for these."
                .formatted(plugin.needs().api(), api));
      }
    }

    /// The earlier of two that exclude each other stays.
    void refuseEnemies() {
      List<PluginDescriptor> kept = new ArrayList<>();
      for (PluginDescriptor plugin : List.copyOf(left.values())) {
        Optional<PluginDescriptor> enemy =
            kept.stream().filter(other -> exclude(plugin, other)).findFirst();
        enemy.ifPresentOrElse(
            other ->
                refuse(
                    plugin.id(),
                    "It cannot be used beside %s. Disable one of the two.".formatted(other.name())),
            () -> kept.add(plugin));
      }
    }

    private static boolean exclude(PluginDescriptor a, PluginDescriptor b) {
      return matches(a.needs().conflicts(), b) || matches(b.needs().conflicts(), a);
    }

    private static boolean matches(List<PluginDependency> meant, PluginDescriptor plugin) {
      return meant.stream().anyMatch(one -> one.matches(plugin.id(), plugin.version()));
    }

    private void refuse(String id, String reason) {
      left.remove(id);
      refused.put(id, reason);
    }

    /// Refusing one may take from others what they require.
    void refuseUntilAllIsThere() {
      boolean again = true;
      while (again) {
        again = false;
        for (PluginDescriptor plugin : List.copyOf(left.values())) {
          Optional<String> lack = lack(plugin);
          lack.ifPresent(reason -> refuse(plugin.id(), reason));
          again |= lack.isPresent();
        }
      }
    }

    private Optional<String> lack(PluginDescriptor plugin) {
      return plugin.needs().requires().stream()
          .filter(required -> !isThere(required))
          .map(this::reason)
          .findFirst();
    }

    private boolean isThere(PluginDependency required) {
      PluginDescriptor other = left.get(required.id());
      return other != null && required.versions().contains(other.version());
    }

    private String reason(PluginDependency required) {
      PluginDescriptor other = left.get(required.id());
      if (other != null) {
        return "It requires the plug-in %s, and %s is installed. Install a version that fits."
            .formatted(required, other.version());
      }
      String known = refused.getOrDefault(required.id(), unusable.get(required.id()));
      return known == null
          ? "It requires the plug-in %s, which is not installed. Install that first."
              .formatted(required)
          : "It requires the plug-in %s, which cannot be used: %s".formatted(required, known);
    }

    void sort() {
      while (sorted.size() < left.size()) {
        Optional<PluginDescriptor> next =
            next(plugin -> Order.below(plugin, left)).or(() -> next(Sorting::required));
        next.ifPresentOrElse(plugin -> sorted.add(plugin.id()), this::refuseCircles);
      }
    }

    /// The first that stands on nothing but what is sorted already.
    private Optional<PluginDescriptor> next(
        Function<PluginDescriptor, Collection<String>> foundations) {
      return left.values().stream()
          .filter(plugin -> !sorted.contains(plugin.id()))
          .filter(plugin -> sorted.containsAll(foundations.apply(plugin)))
          .findFirst();
    }

    private static List<String> required(PluginDescriptor plugin) {
      return plugin.needs().requires().stream().map(PluginDependency::id).toList();
    }

    /// Those left over require each other, or one that does.
    private void refuseCircles() {
      Circles circles = Circles.of(left.values());
      circles
          .members()
          .forEach((id, circle) ->
              refuse(
                  id,
                  "%s require each other in a circle, so that none can be the first. Their authors must"
                          .formatted(String.join(", ", circle))
                      + " break it."));
      refuseUntilAllIsThere();
    }
  }

  /// The ids of those among `there` that a plug-in's layer stands on.
  static List<String> below(PluginDescriptor plugin, Map<String, PluginDescriptor> there) {
    List<String> below = new ArrayList<>();
    Stream.concat(plugin.needs().requires().stream(), plugin.needs().optional().stream())
        .filter(meant -> {
          PluginDescriptor other = there.get(meant.id());
          return other != null && meant.versions().contains(other.version());
        })
        .map(PluginDependency::id)
        .distinct()
        .forEach(below::add);
    return below;
  }
}
