package dev.darkroom.core.family.common;

import dev.darkroom.core.error.ModelFormatException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON file that comes with a model. Every value is checked when it is read; a fault names the file
/// and the field. A field that is `null` counts as absent.
public final class ConfigFile {

  /// No size of a network is larger; keeps products of sizes within a `long`.
  private static final int LARGEST = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final String resource;
  private final JsonNode fields;

  private ConfigFile(String resource, JsonNode fields) {
    this.resource = resource;
    this.fields = fields;
  }

  /// @param resource the file's name for messages
  /// @throws ModelFormatException if the text is no JSON object
  public static ConfigFile parse(String resource, String text) {
    try {
      JsonNode fields = MAPPER.readTree(text);
      if (!fields.isObject()) {
        throw new ModelFormatException(resource, "holds no JSON object; download the file again.");
      }
      return new ConfigFile(resource, fields);
    } catch (JacksonException e) {
      String reason = "is no valid JSON (" + e.getOriginalMessage() + "); download the file again.";
      throw new ModelFormatException(resource, reason, e);
    }
  }

  /// An error about a field.
  public ModelFormatException fault(String field, String message) {
    return new ModelFormatException(resource, field + " " + message);
  }

  private Optional<JsonNode> find(String field) {
    return fields.optional(field).filter(node -> !node.isNull());
  }

  private JsonNode need(String field) {
    return find(field).orElseThrow(() -> fault(field, "is missing; it cannot be guessed."));
  }

  public boolean has(String field) {
    return find(field).isPresent();
  }

  /// Whether the field says `null`, where that means something else than its absence.
  public boolean isNull(String field) {
    return fields.optional(field).filter(JsonNode::isNull).isPresent();
  }

  /// A whole number from 1 to 1,048,576, as sizes are.
  public int size(String field) {
    return size(field, need(field));
  }

  public int size(String field, int absent) {
    return find(field).map(node -> size(field, node)).orElse(absent);
  }

  private int size(String field, JsonNode node) {
    if (!node.canConvertToInt() || node.intValue() < 1 || node.intValue() > LARGEST) {
      throw fault(field, "must be a whole number from 1 to " + LARGEST + ", is " + node + ".");
    }
    return node.intValue();
  }

  /// A whole number from 1 to `most`, as numbers of layers are.
  public int count(String field, int most) {
    return limited(field, size(field), most);
  }

  private int limited(String field, int value, int most) {
    if (value > most) {
      throw fault(field, "must be at most " + most + ", is " + value + ".");
    }
    return value;
  }

  /// A whole number from 0 to 1,048,576.
  public int whole(String field, int absent) {
    boolean zero =
        find(field).filter(node -> node.canConvertToInt() && node.intValue() == 0).isPresent();
    return zero ? 0 : size(field, absent);
  }

  /// A list of 1 to `most` sizes.
  public List<Integer> sizes(String field, int most) {
    JsonNode node = need(field);
    if (!node.isArray() || node.isEmpty() || node.size() > most) {
      throw fault(field, "must be a list of 1 to " + most + " numbers, is " + node + ".");
    }
    return node.values().stream().map(entry -> size(field, entry)).toList();
  }

  /// Sizes of `count` levels: a list of as many, or one number for all.
  public List<Integer> perLevel(String field, int count) {
    JsonNode node = need(field);
    return node.isArray()
        ? entries(field, node, count).stream().map(entry -> size(field, entry)).toList()
        : Collections.nCopies(count, size(field, node));
  }

  /// Numbers of layers per level and block: a number for all, or a list of `blocks.size()` numbers or
  /// lists of `blocks.get(i)` numbers.
  public List<List<Integer>> perBlock(String field, List<Integer> blocks, int most) {
    JsonNode node = need(field);
    List<List<Integer>> levels = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      JsonNode level = node.isArray() ? entries(field, node, blocks.size()).get(i) : node;
      levels.add(
          level.isArray()
              ? entries(field, level, blocks.get(i)).stream().map(e -> size(field, e)).toList()
              : Collections.nCopies(blocks.get(i), size(field, level)));
    }
    levels.forEach(level -> level.forEach(value -> limited(field, value, most)));
    return levels;
  }

  /// The strings of a list of `count`.
  public List<String> words(String field, int count) {
    return entries(field, need(field), count).stream().map(entry -> word(field, entry)).toList();
  }

  private List<JsonNode> entries(String field, JsonNode node, int count) {
    if (!node.isArray() || node.size() != count) {
      throw fault(field, "must be a list of " + count + ", is " + node + ".");
    }
    return List.copyOf(node.values());
  }

  public String word(String field, String absent) {
    return find(field).map(node -> word(field, node)).orElse(absent);
  }

  private String word(String field, JsonNode node) {
    if (!node.isString()) {
      throw fault(field, "must be a string, is " + node + ".");
    }
    return node.stringValue();
  }

  public double real(String field, double absent) {
    return find(field).map(node -> real(field, node)).orElse(absent);
  }

  private double real(String field, JsonNode node) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw fault(field, "must be a number, is " + node + ".");
    }
    return node.doubleValue();
  }

  /// The numbers of a list; empty where the field is absent.
  public List<Double> reals(String field) {
    return find(field).stream()
        .flatMap(node -> node.valueStream())
        .map(entry -> real(field, entry))
        .toList();
  }

  public boolean flag(String field, boolean absent) {
    return find(field).map(node -> flag(field, node)).orElse(absent);
  }

  private boolean flag(String field, JsonNode node) {
    if (!node.isBoolean()) {
      throw fault(field, "must be true or false, is " + node + ".");
    }
    return node.booleanValue();
  }

  /// Refuses a model whose field is anything but absent or `supported`.
  public void only(String field, String supported) {
    String value =
        find(field)
            .map(node -> node.isString() ? node.stringValue() : node.toString())
            .orElse(supported);
    if (!value.equals(supported)) {
      throw fault(field, "is " + value + "; only " + supported + " is supported.");
    }
  }
}
