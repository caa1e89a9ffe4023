package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// The refined exponential solver of second order with new noise in every step (Zhang et al. 2023,
/// arXiv:2308.02157; ancestral noise as in k-diffusion).
public final class Res2sSdeSampler extends AncestralProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.res-2s-sde",
          "RES-SDE 2S",
          "Refined exponential solver of second order with ancestral noise (Zhang et al. 2023,"
              + " arXiv:2308.02157).",
          "res_2s_sde");

  public Res2sSdeSampler() {
    super(NAME, 2, RefinedTableaus.SECOND);
  }
}
