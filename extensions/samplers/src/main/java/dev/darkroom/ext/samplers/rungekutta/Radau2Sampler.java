package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method Radau IIA in two stages, of order 3 when its equations are solved; its last
/// stage is the end of the step (Ehle 1969; Hairer and Wanner 1996, section IV.5).
public final class Radau2Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.radau-iia-2",
          "Radau IIA 2",
          "Implicit Radau IIA Runge-Kutta method in two stages (Ehle 1969), solved by iterations.",
          "radau_iia_2s");

  public Radau2Sampler() {
    super(NAME, 3, Collocation.at(1.0 / 3, 1));
  }
}
