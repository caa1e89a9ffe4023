package dev.darkroom.core.spi;

/// Classifier-free guidance.
///
/// @param scale guidance scale; 1 and below turn guidance off
/// @param rescale how far the guided prediction is brought back to the deviation of the unguided one,
///     0 to 1 (Lin et al. 2023, section 3.4)
public record Guidance(double scale, double rescale) {

  public static Guidance of(double scale) {
    return new Guidance(scale, 0);
  }

  public Guidance withScale(double changed) {
    return new Guidance(changed, rescale);
  }

  public Guidance withRescale(double changed) {
    return new Guidance(scale, changed);
  }
}
