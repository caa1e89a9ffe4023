package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method Radau IIA in three stages, of order 5 when its equations are solved; its last
/// stage is the end of the step (Ehle 1969; Hairer and Wanner 1996, section IV.5).
public final class Radau3Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.radau-iia-3",
          "Radau IIA 3",
          "Implicit Radau IIA Runge-Kutta method in three stages (Ehle 1969), solved by"
              + " iterations.",
          "radau_iia_3s");

  public Radau3Sampler() {
    super(NAME, 5, Collocation.at((4 - Math.sqrt(6)) / 10, (4 + Math.sqrt(6)) / 10, 1));
  }
}
