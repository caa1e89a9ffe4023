package dev.darkroom.core.spi;

import java.nio.file.Path;

/// Makes a model known that comes as a module.
public interface ModelProvider extends Plugin {

  /// The model's folder. A provider whose files lie in a jar unpacks them once into `cache` and finds
  /// them there afterwards; several processes may do so at once.
  ///
  /// @param cache a folder that the provider may write to
  Path folder(Path cache);

  /// Settings that suit the model.
  ModelDefaults defaults();
}
