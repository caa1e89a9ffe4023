package dev.darkroom.app.report;

import dev.darkroom.core.spi.Parameter;
import java.util.List;

/// One setting of a plug-in.
///
/// @param range the values that it takes, with the default in brackets
public record Setting(String name, String defaultValue, String range, String description) {

  static List<Setting> of(List<Parameter> parameters) {
    return parameters.stream().map(Setting::of).toList();
  }

  private static Setting of(Parameter parameter) {
    String range =
        switch (parameter) {
          case Parameter.Real real -> number(real.min()) + " to " + number(real.max());
          case Parameter.Whole whole -> whole.min() + " to " + whole.max();
          case Parameter.Choice choice -> String.join("|", choice.options());
          case Parameter.Numbers _ -> "numbers";
          case Parameter.Toggle _ -> "true|false";
        };
    String usual =
        parameter instanceof Parameter.Real real
            ? number(real.defaultValue())
            : parameter.defaultText();
    return new Setting(
        parameter.name(), usual, "%s (%s)".formatted(range, usual), parameter.description());
  }

  /// Without `.0`, and without an exponent where the number is short.
  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
