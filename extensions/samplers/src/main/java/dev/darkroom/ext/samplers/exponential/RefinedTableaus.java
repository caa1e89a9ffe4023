package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.exponential.ExponentialTableau.Stage;

/// The refined exponential solver's one-step methods (Zhang et al. 2023, arXiv:2308.02157, algorithm 1
/// and appendix), with the nodes of its publication.
final class RefinedTableaus {

  /// Second order, stage in the middle.
  static final ExponentialTableau SECOND =
      ExponentialTableau.of(
          phi -> phi.row(1, 2 * phi.of(2)), new Stage(1.0 / 2, phi -> phi.row(1.0 / 2)));

  /// `(3 c3^3 - 2 c3) / (c2 (2 - 3 c2))` for the nodes 1/2 and 1.
  private static final double GAMMA = 4;

  /// Third order, stages in the middle and at the end.
  static final ExponentialTableau THIRD =
      ExponentialTableau.of(
          phi -> {
            double last = phi.of(2) / (GAMMA / 2 + 1);
            return phi.row(1, GAMMA * last, last);
          },
          new Stage(1.0 / 2, phi -> phi.row(1.0 / 2)),
          new Stage(1, phi -> phi.row(1, GAMMA / 2 * phi.of(2, 1.0 / 2) + 2 * phi.of(2))));

  private RefinedTableaus() {}
}
