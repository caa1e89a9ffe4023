package dev.darkroom.backend.djl;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.testkit.BackendContract;

class DjlBackendTests implements BackendContract {

  @Override
  public BackendProvider backend() {
    return new DjlBackendProvider();
  }
}
