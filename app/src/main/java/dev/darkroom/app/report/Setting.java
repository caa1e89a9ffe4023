package dev.darkroom.app.report;

import dev.darkroom.core.spi.Parameter;
import java.util.List;

/// One setting of a plug-in.
public record Setting(String name, String defaultValue, String range, String description) {

  static List<Setting> of(List<Parameter> parameters) {
    return parameters.stream().map(Setting::of).toList();
  }

  private static Setting of(Parameter parameter) {
    String range =
        switch (parameter) {
          case Parameter.Real real -> real.min() + " to " + real.max();
          case Parameter.Whole whole -> whole.min() + " to " + whole.max();
          case Parameter.Choice choice -> String.join("|", choice.options());
          case Parameter.Numbers _ -> "numbers";
          case Parameter.Toggle _ -> "true|false";
        };
    return new Setting(
        parameter.name(),
        parameter.defaultText(),
        "%s (%s)".formatted(range, parameter.defaultText()),
        parameter.description());
  }
}
