package dev.darkroom.core.tokenizer;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tokenizer.TokenizerData.AddedToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the files of one tokenizer folder.
final class TokenizerFolder {

  private static final int USUAL_LENGTH = 77;
  private static final int SHORTEST_LENGTH = 2;

  private final Path folder;
  private final Path configFile;

  TokenizerFolder(Path folder) {
    this.folder = folder;
    this.configFile = folder.resolve("tokenizer_config.json");
  }

  TokenizerData read() {
    if (!Files.isDirectory(folder)) {
      throw new ModelFormatException(
          folder.toString(),
          "is no folder. A tokenizer is a folder with vocab.json and merges.txt.");
    }
    JsonNode config = optional(configFile);
    VocabularyFiles files = VocabularyFiles.read(folder);
    Map<String, AddedToken> added = new HashMap<>(files.added());
    decoderTokens(config, added);
    addedTokens(added);
    SpecialTokens special =
        new SpecialTokens(config, optional(folder.resolve("special_tokens_map.json")));
    Map<String, Integer> known = new HashMap<>(files.ids());
    added.values().forEach(token -> known.put(token.content(), token.id()));
    special.addTo(added, known);
    return new TokenizerData(
        files.vocabulary(),
        added.values().stream().toList(),
        role(special, "bos_token", known),
        role(special, "eos_token", known),
        role(special, "pad_token", known),
        role(special, "unk_token", known),
        maxLength(config));
  }

  private static JsonNode optional(Path file) {
    return JsonFile.readIfPresent(file).orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /// `added_tokens_decoder`: ids with the tokens that they stand for.
  private void decoderTokens(JsonNode config, Map<String, AddedToken> added) {
    for (Map.Entry<String, JsonNode> entry : config.path("added_tokens_decoder").properties()) {
      String content = entry.getValue().path("content").asString("");
      try {
        int id = Integer.parseUnsignedInt(entry.getKey());
        boolean normalized = entry.getValue().path("normalized").asBoolean(true);
        added.putIfAbsent(content, new AddedToken(content, id, normalized));
      } catch (NumberFormatException e) {
        throw new ModelFormatException(
            configFile.toString(),
            "added_tokens_decoder: \"%s\" is no id.".formatted(entry.getKey()),
            e);
      }
    }
  }

  /// `added_tokens.json`: tokens with their ids.
  private void addedTokens(Map<String, AddedToken> added) {
    Path file = folder.resolve("added_tokens.json");
    VocabularyFiles.ids(file, optional(file))
        .forEach((token, id) -> added.putIfAbsent(token, new AddedToken(token, id, true)));
  }

  private int role(SpecialTokens special, String role, Map<String, Integer> known) {
    String token = special.content(role);
    Integer id = known.get(token);
    if (id == null) {
      throw new ModelFormatException(
          folder.toString(),
          "the %s \"%s\" is not in the vocabulary. Name one that is in special_tokens_map.json."
              .formatted(role, token));
    }
    return id;
  }

  /// Folders without a limit hold a number of thirty digits here.
  private int maxLength(JsonNode config) {
    JsonNode length = config.path("model_max_length");
    if (!length.isNumber() || length.asDouble() > Integer.MAX_VALUE) {
      return USUAL_LENGTH;
    }
    if (length.asDouble() < SHORTEST_LENGTH) {
      throw new ModelFormatException(
          configFile.toString(), "model_max_length must be at least 2, it is " + length + ".");
    }
    return (int) length.asDouble();
  }
}
