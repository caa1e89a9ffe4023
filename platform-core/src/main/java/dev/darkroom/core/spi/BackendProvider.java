package dev.darkroom.core.spi;

import java.util.List;

/// Makes a compute backend known.
///
/// Mandatory: [#probe()] loads no native code and never throws; [#devices()] and [#open] may load it.
public interface BackendProvider extends Plugin {

  /// Whether the backend's engine is there for this platform.
  Availability probe();

  /// Every device that the engine could use, the unusable ones with the reason. Never throws.
  List<Device> devices();

  /// Opens a device.
  ///
  /// @throws dev.darkroom.core.error.BackendException if it cannot be opened; says why
  Backend open(Device device);
}
