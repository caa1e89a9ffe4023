package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// Exponential time differencing of fourth order whose stages are more exact, ETDRK4-B (Krogstad 2005,
/// Journal of Computational Physics 203, equation 51).
public final class Etdrk4bSampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.etdrk-4b",
          "ETD-RK 4S B",
          "Exponential time differencing method ETDRK4-B of fourth order (Krogstad 2005).",
          "etdrk4_4s_alt",
          "res_4s_krogstad");

  private static final ExponentialTableau TABLEAU =
      ExponentialTableau.of(
          phi -> {
            double middle = 2 * phi.of(2) - 4 * phi.of(3);
            return phi.row(1, middle, middle, 4 * phi.of(3) - phi.of(2));
          },
          new Stage(1.0 / 2, phi -> phi.row(1.0 / 2)),
          new Stage(1.0 / 2, phi -> phi.row(1.0 / 2, phi.of(2, 1.0 / 2))),
          new Stage(1, phi -> phi.row(1, 0, 2 * phi.of(2))));

  public Etdrk4bSampler() {
    super(NAME, 4, TABLEAU);
  }
}
