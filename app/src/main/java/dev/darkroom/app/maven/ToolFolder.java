package dev.darkroom.app.maven;

import dev.darkroom.core.error.InvalidRequestException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the tool's jars are: in `maven/` beside the jar of this program.
final class ToolFolder {

  private ToolFolder() {}

  /// @throws InvalidRequestException if this program was not started from Darkroom's folder
  static Path find() {
    Module own = ToolFolder.class.getModule();
    return Optional.ofNullable(own.getLayer())
        .flatMap(layer -> layer.configuration().findModule(own.getName()))
        .map(ResolvedModule::reference)
        .flatMap(ModuleReference::location)
        .map(jar -> Path.of(jar).resolveSibling("maven"))
        .filter(Files::isDirectory)
        .orElseThrow(() ->
            new InvalidRequestException(
                "plugin",
                "there is no folder \"maven\" with the tool that fetches plug-ins beside this"
                    + " Darkroom's jars; start Darkroom by its bin/darkroom."));
  }
}
