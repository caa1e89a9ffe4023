package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the text files that lie beside the weights. None may be large.
final class SmallFile {

  private static final long MAX_BYTES = 64L << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private SmallFile() {}

  static String text(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new ModelFormatException(
            file.toString(),
            "has %d bytes; texts of a model may have %d. Is it the right file?"
                .formatted(size, MAX_BYTES));
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ModelFormatException(file.toString(), "is not UTF-8 text. Download it again.", e);
    } catch (IOException e) {
      throw new ModelFormatException(
          file.toString(), "cannot be read (%s). Check the file's rights.".formatted(e), e);
    }
  }

  /// The file as a JSON object.
  static JsonNode json(Path file) {
    try {
      JsonNode node = JSON.readTree(text(file));
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw new ModelFormatException(
          file.toString(),
          "is not JSON (%s). Download it again.".formatted(e.getOriginalMessage()),
          e);
    }
    throw new ModelFormatException(
        file.toString(), "does not hold a JSON object. Download it again.");
  }
}
