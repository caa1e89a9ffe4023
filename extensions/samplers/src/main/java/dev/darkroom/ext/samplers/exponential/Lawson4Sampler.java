package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// Lawson's method on the classical Runge-Kutta method: the linear part becomes a factor, the rest is
/// solved in fourth order (Lawson 1967, SIAM Journal on Numerical Analysis 4).
public final class Lawson4Sampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.lawson-4",
          "Lawson 4S",
          "Lawson's integrating-factor method on the classical Runge-Kutta method, fourth order"
              + " (Lawson 1967).",
          "lawson4_4s");

  private static final ExponentialTableau TABLEAU =
      ExponentialTableau.of(
          phi -> {
            double half = phi.of(0, 1.0 / 2) / 3;
            return new double[] {phi.of(0) / 6, half, half, 1.0 / 6};
          },
          new Stage(1.0 / 2, phi -> new double[] {phi.of(0, 1.0 / 2) / 2}),
          new Stage(1.0 / 2, phi -> new double[] {0, 1.0 / 2}),
          new Stage(1, phi -> new double[] {0, 0, phi.of(0, 1.0 / 2)}));

  public Lawson4Sampler() {
    super(NAME, 4, TABLEAU);
  }
}
