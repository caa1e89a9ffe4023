package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.Extras;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.PluginUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes recipes into the text chunks of pictures and reads them back: as JSON under `darkroom`, and
/// as the `parameters` text that other programs read.
public final class RecipeText {

  /// Keyword of the text chunk with the recipe as JSON.
  public static final String JSON_KEY = "darkroom";

  /// Keyword of the text chunk that web UIs write and read.
  public static final String PARAMETERS_KEY = "parameters";

  private static final String ONE_ENGINE = "engine";
  private static final String EXTRAS = "extras";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private RecipeText() {}

  /// The text chunks of a picture, by keyword.
  public static SequencedMap<String, String> chunks(Recipe recipe) {
    SequencedMap<String, String> chunks = new LinkedHashMap<>();
    chunks.put(PARAMETERS_KEY, parameters(recipe));
    chunks.put(JSON_KEY, json(recipe));
    return chunks;
  }

  public static String json(Recipe recipe) {
    return JSON.writeValueAsString(recipe);
  }

  /// The recipe in the text chunks of a picture.
  ///
  /// @param source the picture's file, for messages
  /// @throws ModelFormatException if there is none, or it cannot be understood
  public static Recipe read(Map<String, String> chunks, String source) {
    String json = chunks.get(JSON_KEY);
    if (json == null) {
      throw new ModelFormatException(
          source, "holds no Darkroom recipe; only pictures made by Darkroom can be made again.");
    }
    try {
      return JSON.treeToValue(current(JSON.readTree(json)), Recipe.class);
    } catch (JacksonException e) {
      throw new ModelFormatException(
          source, "the recipe is damaged: " + e.getOriginalMessage() + ".", e);
    }
  }

  /// Recipes of the first version have one engine for all components, and no extras.
  private static JsonNode current(JsonNode recipe) {
    if (recipe.get("request") instanceof ObjectNode request && !request.has(EXTRAS)) {
      request.set(EXTRAS, JSON.valueToTree(Extras.none()));
    }
    if (recipe instanceof ObjectNode object && object.has(ONE_ENGINE)) {
      object.putObject("engines").set(Recipe.EVERY, object.remove(ONE_ENGINE));
    }
    return recipe;
  }

  /// The settings as web UIs write them.
  public static String parameters(Recipe recipe) {
    GenerationRequest request = recipe.request();
    StringJoiner lines = new StringJoiner("\n");
    lines.add(request.prompt().text());
    if (!request.prompt().negative().isEmpty()) {
      lines.add("Negative prompt: " + request.prompt().negative());
    }
    return lines.add(settings(recipe)).toString();
  }

  private static String settings(Recipe recipe) {
    GenerationRequest request = recipe.request();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("Steps", request.sampling().steps());
    settings.put("Sampler", name(request.sampling().sampler()));
    settings.put("Schedule type", name(request.sampling().schedule()));
    settings.put("CFG scale", number(request.guidance().scale()));
    settings.put("Seed", recipe.seed());
    settings.put("Size", request.size());
    settings.put("Model hash", recipe.model().fingerprint().substring(0, 10));
    settings.put("Model", recipe.model().name());
    if (request.prompt().clipSkip() > 1) {
      settings.put("Clip skip", request.prompt().clipSkip());
    }
    if (request.guidance().rescale() > 0) {
      settings.put("CFG rescale", number(request.guidance().rescale()));
    }
    settings.put("RNG", request.seeds().generator());
    putUses(settings, "Hooks", request.extras().hooks());
    putUses(settings, "Scripts", request.extras().scripts());
    putUses(settings, "Finishing", request.extras().finishing());
    settings.put("Version", "Darkroom " + recipe.darkroom());
    StringJoiner text = new StringJoiner(", ");
    settings.forEach((key, value) -> text.add(key + ": " + value));
    return text.toString();
  }

  /// In quotes, as web UIs write values with commas and colons.
  private static void putUses(Map<String, Object> settings, String key, List<PluginUse> uses) {
    if (!uses.isEmpty()) {
      String text = uses.stream().map(Object::toString).collect(Collectors.joining(" "));
      settings.put(key, JSON.writeValueAsString(text));
    }
  }

  /// The part of an id behind its kind.
  private static String name(String id) {
    return id.substring(id.indexOf('.') + 1);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
