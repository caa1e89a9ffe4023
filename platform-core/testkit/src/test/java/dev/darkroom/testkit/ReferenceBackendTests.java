package dev.darkroom.testkit;

import dev.darkroom.core.spi.BackendProvider;
import java.util.ServiceLoader;

/// The reference backend under the contract that all backends share.
class ReferenceBackendTests implements BackendContract {

  @Override
  public BackendProvider backend() {
    return ServiceLoader.load(BackendProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.id().equals("backend.reference"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public int slowProducts() {
    return 50;
  }
}
