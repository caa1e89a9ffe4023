package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// Exponential time differencing of fourth order (Cox and Matthews 2002, Journal of Computational Physics
/// 176, equations 26 to 29).
public final class Etdrk4aSampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.etdrk-4a",
          "ETD-RK 4S A",
          "Exponential time differencing Runge-Kutta method of fourth order (Cox and Matthews"
              + " 2002).",
          "etdrk4_4s");

  private static final ExponentialTableau TABLEAU =
      ExponentialTableau.of(
          phi -> {
            double middle = 2 * phi.of(2) - 4 * phi.of(3);
            return phi.row(1, middle, middle, 4 * phi.of(3) - phi.of(2));
          },
          new Stage(1.0 / 2, phi -> phi.row(1.0 / 2)),
          new Stage(1.0 / 2, phi -> phi.row(1.0 / 2, phi.of(1, 1.0 / 2) / 2)),
          new Stage(1, phi -> phi.row(1, 0, phi.of(1, 1.0 / 2))));

  public Etdrk4aSampler() {
    super(NAME, 4, TABLEAU);
  }
}
