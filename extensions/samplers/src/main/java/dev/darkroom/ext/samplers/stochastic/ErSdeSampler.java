package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import java.util.List;
import java.util.Map;

/// The extended reverse-time solver (Cui et al. 2023, arXiv:2309.06169) of third order, as ComfyUI
/// has it. SD.Next's sampler of this name is of first order: `max_stage` 1.
public final class ErSdeSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.er-sde",
          "ER-SDE",
          "Extended reverse-time solver of third order with noise (Cui et al. 2023,"
              + " arXiv:2309.06169).",
          "er_sde",
          "ER-SDE 3M",
          "ER-SDE 3M FlowMatch",
          "sample_er_sde");

  public ErSdeSampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 1, true);
  }

  @Override
  public List<Preset> presets() {
    return List.of(Preset.of("ER-SDE FlowMatch", Map.of("max_stage", "1")));
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole("max_stage", 3, 1, 3, "How many answers of the model are joined."),
        Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new ErSde((int) values.whole("max_stage"), values.real("s_noise"));
  }
}
