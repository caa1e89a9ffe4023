package dev.darkroom.core.spi;

/// A place where a backend computes.
///
/// @param id stable name: `cpu`, `cuda`, `cuda:1`, `coreml`
/// @param availability whether it can be used here, and why not
public record Device(String id, Availability availability) {

  /// The id of the device that every backend has.
  public static final String CPU = "cpu";

  public static Device cpu(String detail) {
    return new Device(CPU, Availability.yes(detail));
  }
}
