package dev.darkroom.ext.samplers.exponential;

import dev.darkroom.ext.samplers.SamplerName;

/// The exponential Adams-Bashforth method of fourth order on steps of any widths (Nørsett 1969; Hochbruck and
/// Ostermann 2010, section 2.5).
public final class AbNorsett4mSampler extends AdamsProvider {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.abnorsett-4m",
          "ABNorsett 4M",
          "Exponential Adams-Bashforth-Nørsett method of fourth order, one model call a step"
              + " (Nørsett 1969).",
          "abnorsett_4m");

  public AbNorsett4mSampler() {
    super(NAME, new ExponentialAdams(4, 0));
  }
}
