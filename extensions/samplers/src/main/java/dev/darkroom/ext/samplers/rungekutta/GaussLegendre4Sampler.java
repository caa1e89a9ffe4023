package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method of Gauss and Legendre in four stages, of order 8 when its equations are solved
/// (Butcher 1964, Mathematics of Computation 18; Hairer and Wanner 1996, section IV.5).
public final class GaussLegendre4Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.gauss-legendre-4",
          "Gauss-Legendre 4",
          "Implicit Gauss-Legendre Runge-Kutta method in four stages (Butcher 1964), solved by"
              + " iterations.",
          "Gauss-Legendre 4S",
          "gauss-legendre_4s");

  public GaussLegendre4Sampler() {
    super(
        NAME,
        8,
        Collocation.at(
            0.5 - Math.sqrt(525 + 70 * Math.sqrt(30)) / 70,
            0.5 - Math.sqrt(525 - 70 * Math.sqrt(30)) / 70,
            0.5 + Math.sqrt(525 - 70 * Math.sqrt(30)) / 70,
            0.5 + Math.sqrt(525 + 70 * Math.sqrt(30)) / 70));
  }
}
