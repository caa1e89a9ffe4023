package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.multistep.MultistepSde.Rule;
import java.util.List;

/// DPM-Solver++ with noise, second order in its multistep form by Heun's rule, as k-diffusion has it
/// (Lu et al. 2022, arXiv:2211.01095). Does not converge: more steps give another picture.
public final class DpmPlusPlus2mSdeHeunSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpmpp-2m-sde-heun";
  }

  @Override
  public String title() {
    return "DPM++ 2M SDE Heun";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "dpmpp_2m_sde_heun",
        "dpmpp_2m_sde_heun_gpu",
        "k_dpmpp_2m_sde_heun",
        "sample_dpmpp_2m_sde_heun");
  }

  @Override
  public String summary() {
    return "Second-order multistep solver with noise, by Heun's rule (Lu et al. 2022,"
        + " arXiv:2211.01095).";
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
    return new MultistepSde(2, Rule.HEUN, values.real("eta"), values.real("s_noise"));
  }
}
