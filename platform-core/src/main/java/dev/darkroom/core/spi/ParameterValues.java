package dev.darkroom.core.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Checked settings of a plug-in, made by [ParameterSet#parse]. Immutable.
public final class ParameterValues {

  private final Map<String, String> values;

  ParameterValues(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public double real(String name) {
    return Double.parseDouble(text(name));
  }

  public long whole(String name) {
    return Long.parseLong(text(name));
  }

  public boolean toggle(String name) {
    return Boolean.parseBoolean(text(name));
  }

  /// The setting as text.
  ///
  /// @throws IllegalArgumentException if the plug-in has not declared it
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no setting named " + name);
    }
    return value;
  }

  /// Every setting as text, in the order of declaration.
  public Map<String, String> asText() {
    return values;
  }
}
