package dev.darkroom.core.plugin.layer;

import java.util.List;

/// How starting a plug-in ended.
public sealed interface Start {

  /// Its providers are there.
  record Started(List<Provider> providers) implements Start {
    public Started {
      providers = List.copyOf(providers);
    }
  }

  /// @param reason a sentence about what its code did
  record Failed(String reason) implements Start {}
}
