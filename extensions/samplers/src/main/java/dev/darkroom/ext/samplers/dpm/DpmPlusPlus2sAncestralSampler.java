package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Heading;
import java.util.List;

/// DPM-Solver++ of second order in one step, with new noise in every step, as k-diffusion has it (Lu et
/// al. 2022, arXiv:2211.01095). Does not converge: more steps give another picture.
public final class DpmPlusPlus2sAncestralSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpmpp-2s-a";
  }

  @Override
  public String title() {
    return "DPM++ 2S a";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "dpmpp_2s_ancestral",
        "DPM2++ 2S FlowMatch",
        "k_dpmpp_2s_a",
        "k_dpmpp_2s_ancestral",
        "sample_dpmpp_2s_ancestral");
  }

  @Override
  public String summary() {
    return "Second-order DPM-Solver++ with new noise in every step (Lu et al. 2022,"
        + " arXiv:2211.01095).";
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 2, true);
  }

  @Override
  public ParameterSet parameters() {
    return DpmPlusPlus2s.parameters();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return DpmPlusPlus2s.of(Heading.GUIDED, values);
  }
}
