package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.ext.samplers.SamplerName;

/// The implicit method Radau IIA in four stages, of order 7 when its equations are solved; its last
/// stage is the end of the step (Ehle 1969; Hairer and Wanner 1996, section IV.5).
public final class Radau4Sampler extends CollocationProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.radau-iia-4",
          "Radau IIA 4",
          "Implicit Radau IIA Runge-Kutta method in four stages (Ehle 1969), solved by iterations.",
          "radau_iia_4s");

  public Radau4Sampler() {
    super(NAME, 7, Collocation.at(0.08858795951270395, 0.4094668644407347, 0.7876594617608471, 1));
  }
}
