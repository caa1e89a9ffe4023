package dev.darkroom.core.error;

/// A request holds a value that cannot be honoured. [#field()] is the name of the field as it stands
/// in the request (and on the command line and in REST): `width`, `sampler`, `output`.
public final class InvalidRequestException extends DarkroomException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidRequestException(String field, String message) {
    super(field + ": " + message, null);
    this.field = field;
  }

  public InvalidRequestException(String field, String message, Throwable cause) {
    super(field + ": " + message, cause);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
