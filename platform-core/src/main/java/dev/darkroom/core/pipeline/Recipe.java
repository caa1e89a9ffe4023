package dev.darkroom.core.pipeline;

import dev.darkroom.core.spi.GenerationRequest;
import java.util.Map;
import java.util.TreeMap;

/// What it takes to make a picture again, byte for byte on the same backend.
///
/// @param request the request, with every id in its full form
/// @param index which picture of the request's batch
/// @param model the model
/// @param engine what computed it
/// @param plugins version of every plug-in that took part, by id
/// @param darkroom version of Darkroom
public record Recipe(
    GenerationRequest request,
    int index,
    ModelReference model,
    Engine engine,
    Map<String, String> plugins,
    String darkroom) {

  public Recipe {
    plugins = new TreeMap<>(plugins);
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

  /// The seed of this picture alone.
  public long seed() {
    return request.seeds().first() + index;
  }
}
