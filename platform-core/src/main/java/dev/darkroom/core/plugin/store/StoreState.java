package dev.darkroom.core.plugin.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is installed.
///
/// @param format of the file
/// @param plugins in the order in which they were installed first
/// @param consents words of the permissions that the user consented to, by the hash of the jar
public record StoreState(int format, List<Entry> plugins, Map<String, List<String>> consents) {

  static final int FORMAT = 1;

  public StoreState {
    plugins = List.copyOf(plugins);
    consents = Map.copyOf(consents);
  }

  public static StoreState empty() {
    return new StoreState(FORMAT, List.of(), Map.of());
  }

  public Optional<Entry> find(String id) {
    return plugins.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /// With an entry in the place of the one of its id, or at the end.
  public StoreState with(Entry entry) {
    List<Entry> changed = new ArrayList<>(plugins);
    changed.replaceAll(old -> old.id().equals(entry.id()) ? entry : old);
    if (find(entry.id()).isEmpty()) {
      changed.add(entry);
    }
    return new StoreState(format, changed, consents);
  }

  public StoreState without(String id) {
    return new StoreState(
        format, plugins.stream().filter(entry -> !entry.id().equals(id)).toList(), consents);
  }

  public StoreState withConsent(String sha256, List<String> permissions) {
    Map<String, List<String>> changed = new LinkedHashMap<>(consents);
    changed.put(sha256, List.copyOf(permissions));
    return new StoreState(format, plugins, changed);
  }
}
