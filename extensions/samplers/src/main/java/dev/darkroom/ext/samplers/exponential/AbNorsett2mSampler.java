package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// The exponential Adams-Bashforth method of second order on steps of any widths (Nørsett 1969; Hochbruck and
/// Ostermann 2010, section 2.5); the refined exponential solver's multistep form is the same (Zhang et
/// al. 2023, arXiv:2308.02157).
public final class AbNorsett2mSampler extends AdamsProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.abnorsett-2m",
          "ABNorsett 2M",
          "Exponential Adams-Bashforth-Nørsett method of second order, one model call a step"
              + " (Nørsett 1969).",
          "RES-Multistep 2M",
          "RES-Unified 2M",
          "abnorsett_2m",
          "res_2m");

  public AbNorsett2mSampler() {
    super(NAME, new ExponentialAdams(2, 0));
  }
}
