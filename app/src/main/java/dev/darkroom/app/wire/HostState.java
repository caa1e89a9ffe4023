package dev.darkroom.app.wire;

/// The answer to `GET /v1/host`.
///
/// @param started when, in ISO 8601
/// @param data the folder that it works on
/// @param orders what is being drawn, and what waits
public record HostState(
    long pid, int port, String version, String started, String data, Orders orders) {

  /// How many orders there are.
  public record Orders(int drawing, int waiting) {}
}
