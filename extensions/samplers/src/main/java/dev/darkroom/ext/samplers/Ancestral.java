package dev.darkroom.ext.samplers;

/// How an ancestral step is split: down to `down` without noise, then up again with new noise of
/// deviation `up`, so that the step lands on the level that it was meant for.
record Ancestral(double down, double up) {

  /// @param eta share of the noise that is replaced, 0 for none
  static Ancestral split(double from, double to, double eta) {
    double full = to * Math.sqrt((from * from - to * to) / (from * from));
    double up = Math.min(to, eta * full);
    return new Ancestral(Math.sqrt(to * to - up * up), up);
  }
}
