package dev.darkroom.core.pipeline;

import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.ModelSpec;

/// Where the components of models are computed. The engines belong to whoever implements this.
///
/// Safe for use by several threads.
public interface Engines {

  /// The engine for a component; the same for every call with the same arguments.
  ///
  /// @throws dev.darkroom.core.error.BackendException if it cannot be opened
  /// @throws dev.darkroom.core.error.UnknownPluginException if the settings name one that is not there
  Model.Engine engine(ModelSpec spec, Component component);

  /// Moves a component to the processor for good, because its device has too little memory.
  ///
  /// @param reason what the device said
  Model.Engine withoutDevice(ModelSpec spec, Component component, String reason);
}
