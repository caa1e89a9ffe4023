package dev.darkroom.backend.djl;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.testkit.ComponentParity;

/// The architectures on PyTorch.
class DjlComponentParityTests implements ComponentParity {

  @Override
  public BackendProvider backend() {
    return new DjlBackendProvider();
  }
}
