package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method Lobatto IIIA in four stages, of order 6 when its equations are solved; both
/// ends of the step are stages (Ehle 1969; Hairer and Wanner 1996, section IV.5).
public final class Lobatto4Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.lobatto-iiia-4",
          "Lobatto IIIA 4",
          "Implicit Lobatto IIIA Runge-Kutta method in four stages (Ehle 1969), solved by"
              + " iterations.",
          "Lobatto 4",
          "lobatto_iiia_4s");

  public Lobatto4Sampler() {
    super(NAME, 6, Collocation.at(0, 0.5 - Math.sqrt(5) / 10, 0.5 + Math.sqrt(5) / 10, 1));
  }
}
