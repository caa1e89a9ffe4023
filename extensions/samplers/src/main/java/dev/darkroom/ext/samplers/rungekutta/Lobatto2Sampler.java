package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method Lobatto IIIA in two stages, of order 2 when its equations are solved; both
/// ends of the step are stages (Ehle 1969; Hairer and Wanner 1996, section IV.5).
public final class Lobatto2Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.lobatto-iiia-2",
          "Lobatto IIIA 2",
          "Implicit Lobatto IIIA Runge-Kutta method in two stages (Ehle 1969), solved by"
              + " iterations.",
          "Lobatto 2",
          "lobatto_iiia_2s");

  public Lobatto2Sampler() {
    super(NAME, 2, Collocation.at(0, 1));
  }
}
