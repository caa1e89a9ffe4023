package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.multistep.MultistepSde.Rule;
import java.util.List;

/// DPM-Solver++ with noise, third order in its multistep form, as k-diffusion has it (after Lu et al.
/// 2022, arXiv:2211.01095). Does not converge: more steps give another picture.
public final class DpmPlusPlus3mSdeSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpmpp-3m-sde";
  }

  @Override
  public String title() {
    return "DPM++ 3M SDE";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "dpmpp_3m_sde",
        "dpmpp_3m_sde_gpu",
        "DPM2++ 3M SDE FlowMatch",
        "k_dpmpp_3m_sde",
        "sample_dpmpp_3m_sde");
  }

  @Override
  public String summary() {
    return "Third-order multistep solver with noise (Lu et al. 2022, arXiv:2211.01095).";
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(Ancestral.ETA, Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new MultistepSde(3, Rule.HEUN, values.real("eta"), values.real("s_noise"));
  }
}
