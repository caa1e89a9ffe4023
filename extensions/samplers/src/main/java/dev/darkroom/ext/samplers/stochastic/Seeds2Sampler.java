package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.Ancestral;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.stochastic.Seeds.Rule;
import java.util.List;

/// SEEDS with two stages, as ComfyUI has it (Gonzalez et al. 2023, arXiv:2305.14267).
public final class Seeds2Sampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.seeds-2",
          "SEEDS-2",
          "Exponential solver of two stages with noise along one path (Gonzalez et al. 2023,"
              + " arXiv:2305.14267).",
          "seeds_2",
          "sample_seeds_2");

  public Seeds2Sampler() {
    super(NAME);
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 2, true);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        Ancestral.ETA,
        Ancestral.S_NOISE,
        new Parameter.Real("r", 0.5, 0.05, 1, "Where in the step the stage between lies."),
        new Parameter.Choice(
            "solver_type", "phi_1", List.of("phi_1", "phi_2"), "Weight of the last stage."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Seeds(
        List.of(values.real("r")),
        values.text("solver_type").equals("phi_1") ? Rule.CONSTANT : Rule.LINEAR,
        values.real("eta"),
        values.real("s_noise"));
  }
}
