package dev.darkroom.core.error;

/// A device has too little memory for a model or a run; a smaller picture, batch or precision may
/// fit.
public final class DeviceMemoryException extends BackendException {

  private static final long serialVersionUID = 1L;

  public DeviceMemoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
