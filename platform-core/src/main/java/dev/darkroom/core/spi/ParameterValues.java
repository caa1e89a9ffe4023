package dev.darkroom.core.spi;

import java.util.Arrays;
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

  /// Numbers in a row, as many as were given.
  public double[] numbers(String name) {
    return numbersIn(text(name));
  }

  static double[] numbersIn(String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .filter(number -> !number.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
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
