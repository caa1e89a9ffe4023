package dev.darkroom.testkit;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.BackendProvider;

/// The architectures on the reference backend.
class ReferenceComponentParityTests implements ComponentParity {

  @Override
  public BackendProvider backend() {
    return PluginCatalog.load().find(BackendProvider.class, "backend.reference");
  }
}
