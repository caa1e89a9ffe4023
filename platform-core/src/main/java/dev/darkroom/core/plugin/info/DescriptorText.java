package dev.darkroom.core.plugin.info;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Reads descriptors. A field that is missing or odd is named in the message.
///
/// @param fields the lines of the file by name
/// @param place the jar, for messages
public record DescriptorText(Map<String, String> fields, String place) {

  private static final List<String> KNOWN =
      List.of(
          "id",
          "version",
          "api",
          "title",
          "description",
          "licence",
          "homepage",
          "permissions",
          "requires",
          "optional",
          "conflicts");

  public DescriptorText {
    fields = Map.copyOf(fields);
  }

  /// @param text the contents of the file, in the form that [Properties] reads
  /// @throws InvalidRequestException if it has another form
  public static DescriptorText read(String text, String place) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidRequestException(
          "plugin",
          "%s in %s cannot be read: %s.".formatted(PluginDescriptor.ENTRY, place, e.getMessage()),
          e);
    }
    Map<String, String> fields = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> fields.put(n, properties.getProperty(n)));
    return new DescriptorText(fields, place);
  }

  /// @throws InvalidRequestException if a field is missing or odd; names it
  public PluginDescriptor descriptor() {
    String id = required("id");
    return new PluginDescriptor(
        required("id", (_, text) -> checkedId(text)),
        required("version", Version::parse),
        new PluginDescriptor.About(
            optional("title").isEmpty() ? id : optional("title"),
            optional("description"),
            optional("licence"),
            optional("homepage")),
        new PluginDescriptor.Needs(
            required("api", VersionRange::parse),
            parsed("requires", PluginDependency::parse),
            parsed("optional", PluginDependency::parse),
            parsed("conflicts", PluginDependency::parse)),
        parsed("permissions", Permission::parse));
  }

  /// The fields that nobody knows: most likely a slip of the pen.
  public List<String> unknownFields() {
    return fields.keySet().stream().filter(name -> !KNOWN.contains(name)).sorted().toList();
  }

  private static String checkedId(String id) {
    PluginDescriptor.requireId("id", id);
    return id;
  }

  private String optional(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  private String required(String name) {
    String text = optional(name);
    if (text.isEmpty()) {
      throw new InvalidRequestException(
          "plugin",
          "%s in %s lacks the field `%s`. Its author must add it."
              .formatted(PluginDescriptor.ENTRY, place, name));
    }
    return text;
  }

  private <T> T required(String name, BiFunction<String, String, T> reader) {
    return read(name, required(name), reader);
  }

  private <T> T parsed(String name, BiFunction<String, String, T> reader) {
    return read(name, optional(name), reader);
  }

  private <T> T read(String name, String text, BiFunction<String, String, T> reader) {
    try {
      return reader.apply(name, text);
    } catch (InvalidRequestException e) {
      throw new InvalidRequestException(
          "plugin", "%s in %s: %s".formatted(PluginDescriptor.ENTRY, place, e.getMessage()), e);
    }
  }
}
