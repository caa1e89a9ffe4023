package dev.darkroom.app.host;

/// A request that is not answered as it stands.
///
/// Without a stack trace: strangers cause these.
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /// The host has too much to do, or ends.
  static Refusal busy(String message) {
    return new Refusal(503, "busy", message);
  }
}
