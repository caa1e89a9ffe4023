package dev.darkroom.ext.samplers.schedule;

/// Noise levels between listed ones, at equal distances, interpolated in their logarithm (Sabour, Fidler
/// and Kreis 2024, arXiv:2404.14507, and the authors' howto).
final class LogLinear {

  private LogLinear() {}

  /// `count` levels from the first of `listed` to the last; the listed ones themselves if there are as
  /// many, the first one alone for 1.
  static double[] levels(double[] listed, int count) {
    if (listed.length == count) {
      return listed.clone();
    }
    return Ramp.of(count, i -> level(listed, Ramp.part(i, count) * (listed.length - 1)));
  }

  private static double level(double[] listed, double place) {
    int above = Math.min((int) place, listed.length - 1);
    int below = Math.min(above + 1, listed.length - 1);
    double high = Math.log(listed[above]);
    return Math.exp(high + (place - above) * (Math.log(listed[below]) - high));
  }
}
