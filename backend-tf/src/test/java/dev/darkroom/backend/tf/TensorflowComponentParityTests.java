package dev.darkroom.backend.tf;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.testkit.ComponentParity;

/// The architectures on TensorFlow.
class TensorflowComponentParityTests implements ComponentParity {

  @Override
  public BackendProvider backend() {
    return new TensorflowBackendProvider();
  }
}
