package dev.darkroom.ext.maven;

/// What was asked for cannot be had; the message says why and what to do.
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }

  RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
