package dev.darkroom.core.error;

/// A model, adapter, tokenizer or picture file is missing, damaged or of an unknown kind.
/// [#resource()] is the file (or folder) at fault.
public final class ModelFormatException extends DarkroomException {

  private static final long serialVersionUID = 1L;

  private final String resource;

  public ModelFormatException(String resource, String message) {
    super(resource + ": " + message, null);
    this.resource = resource;
  }

  public ModelFormatException(String resource, String message, Throwable cause) {
    super(resource + ": " + message, cause);
    this.resource = resource;
  }

  public String resource() {
    return resource;
  }
}
