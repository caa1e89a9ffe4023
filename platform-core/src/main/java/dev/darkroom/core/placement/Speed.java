package dev.darkroom.core.placement;

/// A measured speed.
///
/// @param machine the machine, as [Machine#name()] says it
/// @param shape the model's shape, as [ModelShape#of] says it
/// @param backend id of the backend
/// @param device id of the device
/// @param precision name of the precision
/// @param engine the engine with its version, as the backend's probe says it; another version is to be
///     measured anew
/// @param seconds one step of the denoiser
/// @param measured the day, `2026-11-24`
public record Speed(
    String machine,
    String shape,
    String backend,
    String device,
    String precision,
    String engine,
    double seconds,
    String measured) {

  boolean isOfSameThing(Speed other) {
    return machine.equals(other.machine)
        && shape.equals(other.shape)
        && backend.equals(other.backend)
        && device.equals(other.device)
        && precision.equals(other.precision);
  }
}
