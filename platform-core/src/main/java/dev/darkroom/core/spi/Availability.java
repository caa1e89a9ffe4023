package dev.darkroom.core.spi;

/// Whether something can be used here, and a sentence that says why not, or what it is.
public record Availability(boolean usable, String detail) {

  public static Availability yes(String detail) {
    return new Availability(true, detail);
  }

  public static Availability no(String reason) {
    return new Availability(false, reason);
  }
}
