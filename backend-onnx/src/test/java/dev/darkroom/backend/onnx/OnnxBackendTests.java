package dev.darkroom.backend.onnx;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.testkit.BackendContract;

class OnnxBackendTests implements BackendContract {

  @Override
  public BackendProvider backend() {
    return new OnnxBackendProvider();
  }
}
