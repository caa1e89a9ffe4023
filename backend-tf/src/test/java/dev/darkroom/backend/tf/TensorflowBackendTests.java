package dev.darkroom.backend.tf;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.testkit.BackendContract;

class TensorflowBackendTests implements BackendContract {

  @Override
  public BackendProvider backend() {
    return new TensorflowBackendProvider();
  }
}
