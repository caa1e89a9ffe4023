package dev.darkroom.core.family.common;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.weights.Weight;

/// A network with the folder that holds its tensors.
public record CheckpointPart(ComponentFolder folder, Network network) {

  /// The network, once every tensor that it needs is known to be there with the right shape.
  ///
  /// @throws ModelFormatException if a tensor is missing or has another shape; names it
  static CheckpointPart checked(ComponentFolder folder, Network network) {
    for (Source.Weight weight : plain(folder, network).weights()) {
      check(folder, weight);
    }
    return new CheckpointPart(folder, network);
  }

  private static Graph plain(ComponentFolder folder, Network network) {
    try {
      return network.graph(GraphOptions.plain());
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(
          folder.resource("config.json"), "describes no network: " + e.getMessage(), e);
    }
  }

  private static void check(ComponentFolder folder, Source.Weight declared) {
    Weight stored = folder.get(declared.key());
    Type type = Type.of(declared.type().dtype(), stored.shape());
    if (!type.equals(declared.type())) {
      throw new ModelFormatException(
          folder.index().location().toString(),
          "tensor %s is %s, but %s makes it %s; the files are not of one model."
              .formatted(stored.name(), type, folder.resource("config.json"), declared.type()));
    }
  }
}
