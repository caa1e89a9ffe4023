package dev.darkroom.backend.tf;

import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Device;

/// The device that every machine has.
final class OpenDevice {

  private OpenDevice() {}

  static Backend cpu() {
    return new TensorflowBackendProvider().open(Device.cpu("test"));
  }
}
