package dev.darkroom.core.spi;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A setting that may differ from component to component: which backend, device or precision.
///
/// Written as `djl` for all components, or as `unet=djl,vae=onnx`, where an entry without a name is
/// for the rest.
///
/// @param common what holds where nothing else is said
/// @param named exceptions by name, one of [#NAMES]
public record PerComponent<T>(T common, Map<String, T> named) {

  /// The names that settings may use: a component's id, or a word for several of them.
  public static final List<String> NAMES =
      List.of(
          "text", "text_encoder", "text_encoder_2", "unet", "vae", "vae.decoder", "vae.encoder");

  private static final String TEXT = "text";

  public PerComponent {
    named = Map.copyOf(named);
  }

  /// The same for every component.
  public static <T> PerComponent<T> all(T value) {
    return new PerComponent<>(value, Map.of());
  }

  /// The setting of a component: what is said of it by its id, by its folder (`vae` for the decoder
  /// and the encoder), by `text` for a text encoder, or else of all.
  public T of(Component component) {
    String folder = component.folder();
    String group = folder.startsWith(Component.TEXT_ENCODER.id()) ? TEXT : folder;
    T ofFolder = named.getOrDefault(folder, named.getOrDefault(group, common));
    return named.getOrDefault(component.id(), ofFolder);
  }

  /// Reads what users write.
  ///
  /// @param field the option's name, for messages
  /// @param rest what holds for the components that are not named
  /// @param reader reads one value
  /// @throws InvalidRequestException if a name is unknown or there twice
  public static <T> PerComponent<T> parse(
      String field, String text, T rest, Function<String, T> reader) {
    T common = rest;
    boolean commonGiven = false;
    Map<String, T> named = new LinkedHashMap<>();
    for (String entry : text.split(",", -1)) {
      int equals = entry.indexOf('=');
      String name = equals < 0 ? "" : entry.substring(0, equals).strip();
      String value = entry.substring(equals + 1).strip();
      if (value.isEmpty()) {
        throw invalid(field, text, "a value is missing");
      }
      if (equals >= 0 && !NAMES.contains(name)) {
        throw invalid(field, text, "\"" + name + "\" is none of " + NAMES);
      }
      if (equals < 0 ? commonGiven : named.containsKey(name)) {
        throw invalid(field, text, "two values for " + (equals < 0 ? "the rest" : name));
      }
      if (equals < 0) {
        common = reader.apply(value);
        commonGiven = true;
      } else {
        named.put(name, reader.apply(value));
      }
    }
    return new PerComponent<>(common, named);
  }

  private static InvalidRequestException invalid(String field, String text, String reason) {
    return new InvalidRequestException(
        field,
        "cannot be \"%s\": %s. Write one value, or pairs such as unet=...,vae=...,text=..."
            .formatted(text, reason));
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    String pairs =
        named.keySet().stream()
            .sorted()
            .map(name -> "," + name + "=" + named.get(name))
            .collect(Collectors.joining());
    return common + pairs;
  }
}
