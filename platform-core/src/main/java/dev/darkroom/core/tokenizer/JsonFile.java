package dev.darkroom.core.tokenizer;

import dev.darkroom.core.error.ModelFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the text files of a tokenizer folder whole, after a look at their size.
final class JsonFile {

  /// Twenty times what CLIP's vocabulary takes in the wordiest form.
  private static final long LARGEST = 64L << 20;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonFile() {}

  /// The object in a file.
  ///
  /// @throws ModelFormatException if the file is missing or holds anything else
  static JsonNode read(Path file) {
    String text = text(file);
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new ModelFormatException(
          file.toString(), "is no valid JSON (" + e.getOriginalMessage() + "). Get it again.", e);
    }
    if (!node.isObject()) {
      throw new ModelFormatException(file.toString(), "holds no JSON object. Get it again.");
    }
    return node;
  }

  /// The object in a file that may be missing.
  static Optional<JsonNode> readIfPresent(Path file) {
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /// The UTF-8 text of a file.
  ///
  /// @throws ModelFormatException if the file is missing, unreadable or far too large
  static String text(Path file) {
    try {
      if (!Files.exists(file)) {
        throw new ModelFormatException(
            file.toString(),
            "is missing. A tokenizer folder holds vocab.json and merges.txt, or tokenizer.json.");
      }
      if (Files.size(file) > LARGEST) {
        throw new ModelFormatException(
            file.toString(), "is larger than any tokenizer file. Check what it is.");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ModelFormatException(
          file.toString(), "cannot be read as UTF-8 text (" + e.getMessage() + ").", e);
    }
  }
}
