package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method of Gauss and Legendre in two stages, of order 4 when its equations are solved
/// (Butcher 1964, Mathematics of Computation 18; Hairer and Wanner 1996, section IV.5).
public final class GaussLegendre2Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.gauss-legendre-2",
          "Gauss-Legendre 2",
          "Implicit Gauss-Legendre Runge-Kutta method in two stages (Butcher 1964), solved by"
              + " iterations.",
          "Gauss-Legendre 2S",
          "gauss-legendre_2s");

  public GaussLegendre2Sampler() {
    super(NAME, 4, Collocation.at(0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6));
  }
}
