package dev.darkroom.backend.onnx;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.testkit.ComponentParity;

/// The architectures on ONNX Runtime.
class OnnxComponentParityTests implements ComponentParity {

  @Override
  public BackendProvider backend() {
    return new OnnxBackendProvider();
  }
}
