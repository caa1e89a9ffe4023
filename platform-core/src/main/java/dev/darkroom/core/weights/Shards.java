package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A model in several safetensors files, with an index file that says which tensor lies where.
final class Shards {

  private Shards() {}

  /// Opens every shard beside `index` and gives the tensors that the index lists.
  static Map<String, StoredWeight> open(Path index) {
    JsonNode places = SmallFile.json(index).path("weight_map");
    if (!places.isObject()) {
      throw new ModelFormatException(
          index.toString(), "has no \"weight_map\". " + SafetensorsFile.ADVICE);
    }
    Map<String, SafetensorsFile> shards = new LinkedHashMap<>();
    Map<String, StoredWeight> weights = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> place : places.properties()) {
      String shard = shardName(index, place.getKey(), place.getValue());
      SafetensorsFile file =
          shards.computeIfAbsent(shard, name -> SafetensorsFile.open(index.resolveSibling(name)));
      StoredWeight weight = file.stored().get(place.getKey());
      if (weight == null) {
        throw SafetensorsHeader.damaged(
            index.toString(), place.getKey(), "is not in \"" + shard + "\", where it should be");
      }
      weights.put(place.getKey(), weight);
    }
    return weights;
  }

  private static String shardName(Path index, String tensor, JsonNode value) {
    String name = value.isString() ? value.stringValue() : "";
    boolean plain =
        name.endsWith(".safetensors") && name.indexOf('/') < 0 && name.indexOf('\\') < 0;
    if (!plain) {
      throw SafetensorsHeader.damaged(
          index.toString(), tensor, "lies in \"" + name + "\", which names no file beside it");
    }
    return name;
  }
}
