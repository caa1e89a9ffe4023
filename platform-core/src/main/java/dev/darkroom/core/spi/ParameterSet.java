package dev.darkroom.core.spi;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The settings of a plug-in.
public record ParameterSet(List<Parameter> parameters) {

  public ParameterSet {
    parameters = List.copyOf(parameters);
  }

  public static ParameterSet none() {
    return of();
  }

  public static ParameterSet of(Parameter... parameters) {
    return new ParameterSet(List.of(parameters));
  }

  /// Whether there is a setting of this name.
  public boolean has(String name) {
    return find(name).isPresent();
  }

  /// Every setting at its default.
  public ParameterValues defaults() {
    return parse(Map.of());
  }

  /// The settings in `given`, the others at their defaults.
  ///
  /// @throws InvalidRequestException for an unknown name or a value out of type or range
  public ParameterValues parse(Map<String, String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultText()));
    given.forEach((name, value) -> values.put(name, checked(name, value)));
    return new ParameterValues(values);
  }

  private String checked(String name, String value) {
    Parameter parameter = find(name).orElseThrow(() -> unknown(name));
    String fault =
        switch (parameter) {
          case Parameter.Real real -> outside(real, value);
          case Parameter.Whole whole -> outside(whole, value);
          case Parameter.Choice choice when choice.options().contains(value) -> "";
          case Parameter.Choice choice -> "must be one of " + String.join(", ", choice.options());
          case Parameter.Numbers _ -> fault(value);
          case Parameter.Toggle _ when value.equals("true") || value.equals("false") -> "";
          case Parameter.Toggle _ -> "must be true or false";
        };
    if (!fault.isEmpty()) {
      throw new InvalidRequestException(name, fault + ", got \"" + value + "\".");
    }
    return value;
  }

  private Optional<Parameter> find(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  private InvalidRequestException unknown(String name) {
    String known = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    return new InvalidRequestException(
        name,
        known.isEmpty() ? "there are no settings." : "unknown setting. Known: " + known + ".");
  }

  private static String fault(String numbers) {
    try {
      ParameterValues.numbersIn(numbers);
      return "";
    } catch (NumberFormatException _) {
      return "must be numbers separated by commas";
    }
  }

  private static String outside(Parameter.Real real, String value) {
    try {
      double number = Double.parseDouble(value);
      boolean inside = number >= real.min() && number <= real.max();
      return inside ? "" : "must be between " + real.min() + " and " + real.max();
    } catch (NumberFormatException _) {
      return "must be a number";
    }
  }

  private static String outside(Parameter.Whole whole, String value) {
    try {
      long number = Long.parseLong(value);
      boolean inside = number >= whole.min() && number <= whole.max();
      return inside ? "" : "must be between " + whole.min() + " and " + whole.max();
    } catch (NumberFormatException _) {
      return "must be a whole number";
    }
  }
}
