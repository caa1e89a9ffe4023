package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// The refined exponential solver of second order, one stage in the middle (Zhang et al. 2023,
/// arXiv:2308.02157, algorithm 1).
public final class Res2sSampler extends ExponentialProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.res-2s",
          "RES-Singlestep 2S",
          "Refined exponential solver of second order (Zhang et al. 2023, arXiv:2308.02157).",
          "RES-Unified 2S",
          "res_2s");

  public Res2sSampler() {
    super(NAME, 2, RefinedTableaus.SECOND);
  }
}
