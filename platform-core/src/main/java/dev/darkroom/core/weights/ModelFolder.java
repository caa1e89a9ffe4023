package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A component folder, or a diffusers folder of component folders.
record ModelFolder(Path location, FolderTexts texts, Map<String, Weight> weights)
    implements WeightIndex {

  private static final String INDEX = "model_index.json";
  private static final String CONFIG = "config.json";

  /// Often published as pickle only, and never needed to draw.
  private static final String UNUSED = "safety_checker";

  static ModelFolder open(Path folder) {
    if (Files.exists(folder.resolve(INDEX))) {
      return of(folder, components(folder, indexed(folder)));
    }
    checkConfig(folder);
    Map<String, StoredWeight> own = ComponentFiles.read(folder).orElseGet(Map::of);
    return of(folder, own.isEmpty() ? components(folder, configured(folder)) : own);
  }

  static ModelFolder ofShards(Path index) {
    return of(index.toAbsolutePath().resolveSibling(""), Shards.open(index));
  }

  private static ModelFolder of(Path folder, Map<String, StoredWeight> weights) {
    if (weights.isEmpty()) {
      throw new ModelFormatException(
          folder.toString(),
          "has no model weights: neither .safetensors files nor component folders with them."
              + " Check the path, or download the model again.");
    }
    return new ModelFolder(folder, new FolderTexts(folder), Collections.unmodifiableMap(weights));
  }

  /// The components that the folder's index names; entries of `null` are left out on purpose.
  private static List<String> indexed(Path folder) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : SmallFile.json(folder.resolve(INDEX)).properties()) {
      JsonNode value = entry.getValue();
      if (value.isArray() && value.size() == 2 && value.get(0).isString()) {
        names.add(entry.getKey());
      }
    }
    return names;
  }

  /// The folders in `folder` that hold a network's configuration.
  private static List<String> configured(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve(CONFIG)))
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ModelFormatException(
          folder.toString(), "cannot be listed (%s). Check the folder's rights.".formatted(e), e);
    }
  }

  private static Map<String, StoredWeight> components(Path folder, List<String> names) {
    FolderTexts texts = new FolderTexts(folder);
    Map<String, StoredWeight> weights = new LinkedHashMap<>();
    for (String name : names) {
      Path component = texts.resolve(name);
      if (name.equals(UNUSED) || !Files.isDirectory(component)) {
        continue;
      }
      checkConfig(component);
      component(component)
          .forEach((key, weight) -> weights.put(name + "/" + key, weight.named(name + "/" + key)));
    }
    return weights;
  }

  private static Map<String, StoredWeight> component(Path component) {
    Optional<Map<String, StoredWeight>> weights = ComponentFiles.read(component);
    // Tokenizers and schedulers have no config.json and need no weights.
    if (weights.isEmpty() && Files.exists(component.resolve(CONFIG))) {
      throw new ModelFormatException(
          component.toString(), "has a config.json but no weights. Download the model again.");
    }
    return weights.orElseGet(Map::of);
  }

  private static void checkConfig(Path component) {
    Path config = component.resolve(CONFIG);
    if (Files.exists(config)) {
      SmallFile.json(config);
    }
  }

  @Override
  public Optional<String> text(String path) {
    return texts.read(path);
  }
}
