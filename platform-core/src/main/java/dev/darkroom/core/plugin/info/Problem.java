package dev.darkroom.core.plugin.info;

/// Why a plug-in cannot be used.
///
/// @param reason a sentence that names what is at fault
/// @param remedy a sentence that says what to do about it; empty where the reason does
public record Problem(String reason, String remedy) {

  @Override
  public String toString() {
    return (reason + " " + remedy).strip();
  }
}
