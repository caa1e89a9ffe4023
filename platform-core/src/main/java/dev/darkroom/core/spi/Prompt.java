package dev.darkroom.core.spi;

/// What the picture shows.
///
/// @param text the prompt
/// @param negative what to keep away from; may be empty
/// @param clipSkip how many layers of the text encoder are left out at its end, as web UIs count: 1
///     uses all, 2 stops at the layer before the last; the negative prompt always uses all, as the
///     reference pipelines have it
public record Prompt(String text, String negative, int clipSkip) {

  public static Prompt of(String text) {
    return new Prompt(text, "", 1);
  }

  public Prompt withNegative(String changed) {
    return new Prompt(text, changed, clipSkip);
  }

  public Prompt withClipSkip(int changed) {
    return new Prompt(text, negative, changed);
  }
}
