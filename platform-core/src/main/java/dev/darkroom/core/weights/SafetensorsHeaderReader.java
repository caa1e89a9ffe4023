package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of a safetensors header token by token, refusing whatever is out of place.
final class SafetensorsHeaderReader {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final JsonParser parser;

  private SafetensorsHeaderReader(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /// @throws ModelFormatException naming `file`, the tensor and the reason
  static SafetensorsHeader read(String file, byte[] json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      return new SafetensorsHeaderReader(file, parser).header();
    } catch (JacksonException e) {
      throw new ModelFormatException(
          file,
          "the header is not sound JSON (%s). %s"
              .formatted(e.getOriginalMessage(), SafetensorsFile.ADVICE),
          e);
    }
  }

  private SafetensorsHeader header() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw damaged("the header is not a JSON object");
    }
    Map<String, String> metadata = Map.of();
    List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw damaged("the header's entry \"" + name + "\" is not a JSON object");
      }
      if (name.equals("__metadata__")) {
        metadata = metadata();
      } else {
        entries.add(entry(name));
      }
    }
    if (parser.nextToken() != null) {
      throw damaged("the header goes on after its JSON object");
    }
    return new SafetensorsHeader(metadata, entries);
  }

  private Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        throw damaged("the metadata \"" + key + "\" is not text");
      }
      metadata.put(key, parser.getString());
    }
    return metadata;
  }

  private SafetensorsHeader.Entry entry(String name) {
    StoredType type = null;
    long[] sizes = null;
    long[] offsets = null;
    for (String field = parser.nextName(); field != null; field = parser.nextName()) {
      parser.nextToken();
      switch (field) {
        case "dtype" -> type = type(name);
        case "shape" -> sizes = numbers(name, field);
        case "data_offsets" -> offsets = numbers(name, field);
        default -> parser.skipChildren();
      }
    }
    if (type == null || sizes == null || offsets == null || offsets.length != 2) {
      throw damaged(name, "lacks a dtype, a shape or two data_offsets");
    }
    return entry(name, type, sizes, offsets);
  }

  private SafetensorsHeader.Entry entry(
      String name, StoredType type, long[] sizes, long[] offsets) {
    Shape shape = shape(name, sizes);
    long bits = bits(name, type, shape);
    long length = offsets[1] - offsets[0];
    if (length < 0 || bits % 8 != 0 || bits / 8 != length) {
      throw damaged(
          name,
          "is %s %s, which takes %d bytes, but its data_offsets are %s"
              .formatted(type, shape, Math.ceilDiv(bits, 8), Arrays.toString(offsets)));
    }
    return new SafetensorsHeader.Entry(name, type, shape, offsets[0], offsets[1]);
  }

  private Shape shape(String name, long[] sizes) {
    try {
      return Shape.of(sizes);
    } catch (ArithmeticException e) {
      throw tooLarge(name, sizes, e);
    }
  }

  private long bits(String name, StoredType type, Shape shape) {
    try {
      return Math.multiplyExact(shape.elements(), (long) type.bits());
    } catch (ArithmeticException e) {
      throw tooLarge(name, shape.sizes(), e);
    }
  }

  private ModelFormatException tooLarge(String name, long[] sizes, ArithmeticException cause) {
    return new ModelFormatException(
        file,
        "tensor \"%s\" has the impossible shape %s. %s"
            .formatted(name, Arrays.toString(sizes), SafetensorsFile.ADVICE),
        cause);
  }

  private StoredType type(String name) {
    String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
    for (StoredType type : StoredType.values()) {
      if (type.name().equals(text)) {
        return type;
      }
    }
    throw damaged(
        name,
        "has the unknown dtype \"%s\"; known: %s"
            .formatted(text, Arrays.toString(StoredType.values())));
  }

  private long[] numbers(String name, String field) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw damaged(name, "has no list as its " + field);
    }
    List<Long> numbers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(number(name, field));
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private long number(String name, String field) {
    boolean fits =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != NumberType.BIG_INTEGER
            && parser.getLongValue() >= 0;
    if (!fits) {
      throw damaged(name, "has %s in its %s, which is no size or offset".formatted(token(), field));
    }
    return parser.getLongValue();
  }

  private String token() {
    return parser.currentToken().isStructStart() ? "a list or object" : parser.getString();
  }

  private ModelFormatException damaged(String reason) {
    return new ModelFormatException(file, reason + ". " + SafetensorsFile.ADVICE);
  }

  private ModelFormatException damaged(String tensor, String reason) {
    return SafetensorsHeader.damaged(file, tensor, reason);
  }
}
