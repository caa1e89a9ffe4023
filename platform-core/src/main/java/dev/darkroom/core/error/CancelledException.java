package dev.darkroom.core.error;

/// The work was cancelled by its owner. Nothing half-done is left behind.
public final class CancelledException extends DarkroomException {

  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("Cancelled.", null);
  }
}
