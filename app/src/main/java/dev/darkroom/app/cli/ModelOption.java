package dev.darkroom.app.cli;

import dev.darkroom.core.Darkroom;
import dev.darkroom.core.pipeline.Model;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that names a model.
final class ModelOption {

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description = "Model folder in the diffusers layout. Default: the model that comes along.")
  @Nullable Path folder;

  /// The folder, in a form that is the same for every process; null if none was named.
  @Nullable String absolute() {
    return folder == null ? null : folder.toAbsolutePath().normalize().toString();
  }

  Model open(Darkroom darkroom) {
    return folder == null ? darkroom.model() : darkroom.model(folder);
  }
}
