package dev.darkroom.core.plugin.layer;

import java.lang.module.Configuration;
import java.lang.module.ResolvedModule;
import java.util.Optional;

/// What a plug-in's layer is stacked on: this program or another plug-in.
///
/// @param name as messages write it
record Parent(String name, Configuration configuration) {

  Optional<ResolvedModule> find(String module) {
    return configuration.findModule(module);
  }

  /// Whether a module is the parent's own and not handed on from further down.
  boolean owns(ResolvedModule module) {
    return module.configuration() == configuration;
  }
}
