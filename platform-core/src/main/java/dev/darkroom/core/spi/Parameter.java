package dev.darkroom.core.spi;

import java.util.List;

/// One setting of a plug-in: named, typed, ranged and described once. Command line, REST schema and
/// web form are made from it.
public sealed interface Parameter {

  /// Lower-case name in the field's own words (`eta`, `s_churn`).
  String name();

  /// One sentence for people.
  String description();

  /// The default as text.
  String defaultText();

  /// A real number within closed bounds.
  record Real(String name, double defaultValue, double min, double max, String description)
      implements Parameter {
    @Override
    public String defaultText() {
      return Double.toString(defaultValue);
    }
  }

  /// A whole number within closed bounds.
  record Whole(String name, long defaultValue, long min, long max, String description)
      implements Parameter {
    @Override
    public String defaultText() {
      return Long.toString(defaultValue);
    }
  }

  /// One of several words.
  record Choice(String name, String defaultText, List<String> options, String description)
      implements Parameter {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// Numbers in a row, separated by commas or spaces.
  record Numbers(String name, String defaultText, String description) implements Parameter {}

  /// On or off.
  record Toggle(String name, boolean defaultValue, String description) implements Parameter {
    @Override
    public String defaultText() {
      return Boolean.toString(defaultValue);
    }
  }
}
