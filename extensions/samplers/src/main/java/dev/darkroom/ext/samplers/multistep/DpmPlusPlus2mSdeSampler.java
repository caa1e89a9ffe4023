package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.multistep.MultistepSde.Rule;
import java.util.List;

/// DPM-Solver++ with noise, second order in its multistep form, as k-diffusion has it (Lu et al. 2022,
/// arXiv:2211.01095, appendix B.4). Does not converge: more steps give another picture.
public final class DpmPlusPlus2mSdeSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpmpp-2m-sde";
  }

  @Override
  public String title() {
    return "DPM++ 2M SDE";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "dpmpp_2m_sde",
        "dpmpp_2m_sde_gpu",
        "k_dpmpp_2m_sde",
        "sample_dpmpp_2m_sde",
        "CosineDPMSolverMultistepScheduler",
        "DPM2++ 2M SDE FlowMatch");
  }

  @Override
  public String summary() {
    return "Second-order multistep solver with noise (Lu et al. 2022, arXiv:2211.01095).";
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public List<Preset> presets() {
    return List.of(Preset.on("DPM++ Cosine", "schedule.exponential"));
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        Ancestral.ETA,
        Ancestral.S_NOISE,
        new Parameter.Choice(
            "solver_type", "midpoint", List.of("midpoint", "heun"), "Rule of the second order."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    Rule rule = values.text("solver_type").equals("heun") ? Rule.HEUN : Rule.MIDPOINT;
    return new MultistepSde(2, rule, values.real("eta"), values.real("s_noise"));
  }
}
