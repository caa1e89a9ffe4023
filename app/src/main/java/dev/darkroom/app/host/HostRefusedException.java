package dev.darkroom.app.host;

/// A host cannot be started. The message says why and what to do.
public final class HostRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Why, for exit codes.
  public enum Reason {
    /// The address is not one of this machine alone.
    ADDRESS,
    /// Another program uses the port.
    PORT,
    /// Another host works on the same data folder.
    ANOTHER,
    /// A folder that is needed cannot be written to.
    FOLDER
  }

  private final Reason reason;

  HostRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
