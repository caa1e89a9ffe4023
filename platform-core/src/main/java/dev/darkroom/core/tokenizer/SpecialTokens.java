package dev.darkroom.core.tokenizer;

import dev.darkroom.core.tokenizer.TokenizerData.AddedToken;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The tokens with a role, as `special_tokens_map.json` and after it `tokenizer_config.json` name
/// them: by their content alone or as objects.
///
/// @param config the object in `tokenizer_config.json`
/// @param map the object in `special_tokens_map.json`
record SpecialTokens(JsonNode config, JsonNode map) {

  private static final String ADDITIONAL = "additional_special_tokens";
  private static final List<String> ROLES =
      List.of("bos_token", "eos_token", "unk_token", "pad_token");

  /// What the token of a role looks like; CLIP's own where nobody says.
  String content(String role) {
    String standard = role.equals("bos_token") ? "<|startoftext|>" : "<|endoftext|>";
    String content = content(node(role));
    return content.isEmpty() ? standard : content;
  }

  private JsonNode node(String field) {
    JsonNode own = map.path(field);
    return own.isMissingNode() || own.isNull() ? config.path(field) : own;
  }

  private static String content(JsonNode token) {
    return token.isObject() ? token.path("content").asString("") : token.asString("");
  }

  /// Adds every token named here that has an id; tokens that are there already stay as they are.
  void addTo(Map<String, AddedToken> added, Map<String, Integer> known) {
    Map<String, AddedToken> special = new java.util.HashMap<>();
    for (String role : ROLES) {
      put(content(role), node(role), known, special);
    }
    for (JsonNode token : node(ADDITIONAL)) {
      put(content(token), token, known, special);
    }
    special.forEach(added::putIfAbsent);
  }

  private static void put(
      String content, JsonNode node, Map<String, Integer> known, Map<String, AddedToken> special) {
    Integer id = known.get(content);
    if (id != null) {
      boolean normalized = node.path("normalized").asBoolean(false);
      special.put(content, new AddedToken(content, id, normalized));
    }
  }
}
