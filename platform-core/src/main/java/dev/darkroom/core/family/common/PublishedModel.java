package dev.darkroom.core.family.common;

import dev.darkroom.core.spi.Component;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Networks of published sizes without weights.
public final class PublishedModel {

  private final PublishedIndex index;
  private final Map<Component, CheckpointPart> parts = new LinkedHashMap<>();

  /// @param name the model's name, for messages
  public PublishedModel(String name) {
    index = new PublishedIndex(name);
    with(Component.VAE_DECODER, new Network.KlDecoder(KlReader.published()));
    with(Component.VAE_ENCODER, new Network.KlEncoder(KlReader.published()));
  }

  public PublishedModel with(Component component, Network network) {
    parts.put(
        component, new CheckpointPart(new ComponentFolder(index, component.folder()), network));
    return this;
  }

  public WholeModel build(WholeModel.Defaults defaults) {
    return new WholeModel(index, Collections.unmodifiableMap(parts), defaults);
  }
}
