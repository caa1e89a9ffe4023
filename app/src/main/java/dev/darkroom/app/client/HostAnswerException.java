package dev.darkroom.app.client;

import dev.darkroom.app.wire.Fault;

/// What a host refused, or that it is gone. The message is for the person at the keyboard.
public final class HostAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// The code where a host does not answer any more.
  public static final String GONE = "gone";

  /// The code where a host has too much to do.
  public static final String BUSY = "busy";

  private final String code;

  HostAnswerException(Fault fault) {
    super(fault.message());
    this.code = fault.code();
  }

  HostAnswerException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// One of [Fault]'s, or one of those above, or another one of the host.
  public String code() {
    return code;
  }
}
