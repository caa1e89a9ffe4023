package dev.darkroom.core.error;

import org.jspecify.annotations.Nullable;

/// A compute backend could not compile or run a graph. Backends subclass this for cases that a
/// caller can act on (out of memory, device lost); foreign exceptions are the cause.
public non-sealed class BackendException extends DarkroomException {

  private static final long serialVersionUID = 1L;

  public BackendException(String message) {
    super(message, null);
  }

  public BackendException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
