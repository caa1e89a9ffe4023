package dev.darkroom.app.kit;

import dev.darkroom.core.error.InvalidRequestException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The Maven repository in Darkroom's own folder: what builds of plug-ins need.
public final class KitRepository {

  private static final String FOLDER = "maven";

  private KitRepository() {}

  /// The repository of the Darkroom that runs.
  ///
  /// @throws InvalidRequestException if it was not started from its folder
  public static Path find() {
    return jar()
        .map(Path::getParent)
        .map(Path::getParent)
        .map(home -> home.resolve(FOLDER))
        .filter(Files::isDirectory)
        .orElseThrow(() ->
            new InvalidRequestException(
                "plugins new",
                "there is no folder \"maven\" beside this Darkroom's jars, with what builds need;"
                    + " start Darkroom by its bin/darkroom."));
  }

  private static Optional<Path> jar() {
    Module own = KitRepository.class.getModule();
    return Optional.ofNullable(own.getLayer())
        .flatMap(layer -> layer.configuration().findModule(own.getName()))
        .map(ResolvedModule::reference)
        .flatMap(ModuleReference::location)
        .map(Path::of);
  }
}
