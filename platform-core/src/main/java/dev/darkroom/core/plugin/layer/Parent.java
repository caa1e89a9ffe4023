package dev.darkroom.core.plugin.layer;

import java.lang.module.Configuration;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.Optional;

/// What a plug-in's layer is stacked on: this program or another plug-in.
///
/// @param name as messages write it
record Parent(String name, Configuration configuration) {

  /// The name of the one that a module belongs to.
  static String owner(List<Parent> parents, ResolvedModule module) {
    return parents.stream()
        .filter(parent -> parent.owns(module))
        .map(Parent::name)
        .findFirst()
        .orElse("a plug-in further down");
  }

  Optional<ResolvedModule> find(String module) {
    return configuration.findModule(module);
  }

  /// Whether a module is the parent's own and not handed on from further down.
  boolean owns(ResolvedModule module) {
    return module.configuration() == configuration;
  }
}
