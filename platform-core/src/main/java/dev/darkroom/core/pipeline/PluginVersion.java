package dev.darkroom.core.pipeline;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/// The version of the module that a class came with, as recipes say it.
final class PluginVersion {

  private PluginVersion() {}

  /// From the descriptor on the module path, from the jar's manifest on the class path; `unknown` where
  /// neither says it.
  static String of(Class<?> type) {
    return Optional.ofNullable(type.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
        .orElse("unknown");
  }
}
