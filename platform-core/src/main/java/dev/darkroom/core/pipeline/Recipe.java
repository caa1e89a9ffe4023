package dev.darkroom.core.pipeline;

import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.PluginUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What it takes to make a picture again, byte for byte on the same backend.
///
/// @param request the request, with every id in its full form
/// @param index which one of the pictures that the request gives
/// @param model the model
/// @param engines what computed it, by component; one entry, [#EVERY], where all are the same
/// @param plugins version of every plug-in that took part, by id
/// @param darkroom version of Darkroom
public record Recipe(
    GenerationRequest request,
    int index,
    ModelReference model,
    Map<String, Engine> engines,
    Map<String, String> plugins,
    String darkroom) {

  /// Stands for every component that is not named.
  public static final String EVERY = "every";

  public Recipe {
    plugins = new TreeMap<>(plugins);
    Set<Engine> different = Set.copyOf(engines.values());
    engines =
        different.size() == 1 ? Map.of(EVERY, different.iterator().next()) : new TreeMap<>(engines);
  }

  /// A model by its contents.
  ///
  /// @param name the folder's or file's name, for people
  /// @param fingerprint what the model is recognised by
  /// @param family id of its family
  public record ModelReference(String name, String fingerprint, String family) {}

  /// What computed a picture.
  ///
  /// @param backend id of the backend
  /// @param device id of the device
  /// @param precision precision of the networks
  /// @param version engine and version, as the backend says it
  public record Engine(String backend, String device, String precision, String version) {}

  /// What computed a component; for one that the recipe does not name, the engine of the rest.
  public Engine engine(String component) {
    Engine common = engines.getOrDefault(EVERY, engines.values().iterator().next());
    return engines.getOrDefault(component, common);
  }

  /// The engines' versions, each once.
  public String versions() {
    return engines.values().stream()
        .map(Engine::version)
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /// The seed of this picture alone; the first one where scripts took part.
  public long seed() {
    return request.seeds().first() + (request.extras().scripts().isEmpty() ? index : 0);
  }

  /// The recipe of the picture when it has been finished further.
  public Recipe finished(Finishing finishing) {
    List<PluginUse> uses = new ArrayList<>(request.extras().finishing());
    uses.addAll(finishing.uses());
    Map<String, String> versions = new TreeMap<>(plugins);
    finishing
        .plugins()
        .forEach(plugin -> versions.put(plugin.id(), PluginVersion.of(plugin.getClass())));
    GenerationRequest more = request.with(request.extras().withFinishing(uses));
    return new Recipe(more, index, model, engines, versions, darkroom);
  }
}
