package dev.darkroom.core.spi;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A plug-in that a request names, with those of its settings that are not left at their defaults.
///
/// Written as `grid`, or with settings as `grid:axis=cfg,count=5`. Immutable.
///
/// @param id id or alias of the plug-in
/// @param settings settings by name, in the order of their names
public record PluginUse(String id, Map<String, String> settings) {

  public PluginUse {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /// Reads what users write.
  ///
  /// @param field the option's name, for messages
  /// @throws InvalidRequestException if no id or a setting without a name or value is there
  public static PluginUse parse(String field, String text) {
    int colon = text.indexOf(':');
    String id = (colon < 0 ? text : text.substring(0, colon)).strip();
    if (id.isEmpty()) {
      throw invalid(field, text);
    }
    Map<String, String> settings = new TreeMap<>();
    for (String pair : colon < 0 ? new String[0] : text.substring(colon + 1).split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw invalid(field, text);
      }
      settings.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return new PluginUse(id, settings);
  }

  private static InvalidRequestException invalid(String field, String text) {
    return new InvalidRequestException(
        field, "cannot be \"%s\"; write ID or ID:name=value,name=value.".formatted(text));
  }

  /// The same settings under another id.
  public PluginUse withId(String changed) {
    return new PluginUse(changed, settings);
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    String pairs =
        settings.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
    return pairs.isEmpty() ? id : id + ":" + pairs;
  }
}
