package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method of Gauss and Legendre in three stages, of order 6 when its equations are solved
/// (Butcher 1964, Mathematics of Computation 18; Hairer and Wanner 1996, section IV.5).
public final class GaussLegendre3Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.gauss-legendre-3",
          "Gauss-Legendre 3",
          "Implicit Gauss-Legendre Runge-Kutta method in three stages (Butcher 1964), solved by"
              + " iterations.",
          "Gauss-Legendre 3S",
          "gauss-legendre_3s");

  public GaussLegendre3Sampler() {
    super(NAME, 6, Collocation.at(0.5 - Math.sqrt(15) / 10, 0.5, 0.5 + Math.sqrt(15) / 10));
  }
}
