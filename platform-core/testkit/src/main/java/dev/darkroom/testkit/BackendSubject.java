package dev.darkroom.testkit;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;

/// The backend that a contract is about. Test classes implement [BackendContract] and this one method.
public interface BackendSubject extends PluginContract<BackendProvider> {

  /// The provider under test.
  BackendProvider backend();

  @Override
  default BackendProvider provider() {
    return backend();
  }

  @Override
  default String kind() {
    return "backend";
  }

  /// The device that the cases run on; the first usable one by default.
  default Device device() {
    return backend().devices().stream()
        .filter(device -> device.availability().usable())
        .findFirst()
        .orElseThrow(() -> new AssertionError(backend().id() + " has no usable device"));
  }

  /// How far a float32 result may be from the exact one: `tolerance * (1 + |exact|)`.
  default double tolerance() {
    return 1e-5;
  }

  /// How many products of 1024 x 1024 matrices take the device well over a second; a run of that
  /// many is cancelled.
  default int slowProducts() {
    return 1000;
  }
}
