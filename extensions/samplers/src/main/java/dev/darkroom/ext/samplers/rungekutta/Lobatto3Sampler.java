package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method Lobatto IIIA in three stages, of order 4 when its equations are solved; both
/// ends of the step are stages (Ehle 1969; Hairer and Wanner 1996, section IV.5).
public final class Lobatto3Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.lobatto-iiia-3",
          "Lobatto IIIA 3",
          "Implicit Lobatto IIIA Runge-Kutta method in three stages (Ehle 1969), solved by"
              + " iterations.",
          "Lobatto 3",
          "lobatto_iiia_3s");

  public Lobatto3Sampler() {
    super(NAME, 4, Collocation.at(0, 0.5, 1));
  }
}
