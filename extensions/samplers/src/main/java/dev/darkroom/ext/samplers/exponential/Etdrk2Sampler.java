package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// Exponential time differencing of second order with a stage at the end (Cox and Matthews 2002, Journal
/// of Computational Physics 176, equation 22).
public final class Etdrk2Sampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.etdrk-2",
          "ETD-RK 2S",
          "Exponential time differencing Runge-Kutta method of second order (Cox and Matthews"
              + " 2002).",
          "etdrk2_2s");

  private static final ExponentialTableau TABLEAU =
      ExponentialTableau.of(phi -> phi.row(1, phi.of(2)), new Stage(1, phi -> phi.row(1)));

  public Etdrk2Sampler() {
    super(NAME, 2, TABLEAU);
  }
}
