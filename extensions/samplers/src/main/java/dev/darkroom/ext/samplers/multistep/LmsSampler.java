package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.ext.samplers.multistep.LinearMultistep.Ending;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Linear multistep method of k-diffusion: Adams and Bashforth's with the slopes as a polynomial of
/// sigma.
public final class LmsSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.lms";
  }

  @Override
  public String title() {
    return "LMS";
  }

  @Override
  public List<String> aliases() {
    return List.of("LMSDiscreteScheduler", "LMSD", "k_lms", "sample_lms");
  }

  @Override
  public String summary() {
    return "Adams-Bashforth in sigma over the last four slopes (Crowson 2022, k-diffusion).";
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(4);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole("order", 4, 1, 4, "How many slopes are joined by a polynomial."),
        new Parameter.Toggle(
            "denoise_to_zero",
            true,
            "End a walk to 0 at the clean latents, as k-diffusion does; diffusers does not."));
  }

  @Override
  public Sampler create(ParameterValues values) {
    Ending ending = values.toggle("denoise_to_zero") ? Ending.CLEAN : Ending.WEIGHED;
    return new LinearMultistep(
        (int) values.whole("order"), new LagrangeWeights(DoubleUnaryOperator.identity()), ending);
  }
}
