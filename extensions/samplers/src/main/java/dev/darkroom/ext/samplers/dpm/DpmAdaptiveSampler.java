package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Ancestral;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// DPM-Solver-12 and 23 (Lu et al. 2022, arXiv:2206.00927, appendix C): chooses its steps by comparing
/// results of two orders. Each picture of a batch chooses for itself, so pictures are taken one by one.
///
/// Takes the first and the lowest noise level from the schedule; how many steps were asked for changes
/// only how often it tells of its progress. Ends at the lowest level above 0, as the published code
/// does.
public final class DpmAdaptiveSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpm-adaptive";
  }

  @Override
  public String title() {
    return "DPM adaptive";
  }

  @Override
  public List<String> aliases() {
    return List.of("k_dpm_ad", "k_dpm_adaptive", "sample_dpm_adaptive");
  }

  @Override
  public String summary() {
    return "DPM-Solver that chooses its own steps; the number of steps has no effect (Lu et al."
        + " 2022, arXiv:2206.00927).";
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(0, 0, false);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Whole("order", 3, 2, 3, "Order of the better of the two results."),
        new Parameter.Real("rtol", 0.05, 1e-4, 1, "Tolerated error as a share of the latents."),
        new Parameter.Real("atol", 0.0078, 1e-5, 1, "Tolerated error of latents near 0."),
        new Parameter.Real("h_init", 0.05, 1e-3, 5, "Width of the first step in log(sigma)."),
        new Parameter.Real("pcoeff", 0, 0, 1, "Proportional part of the step size control."),
        new Parameter.Real("icoeff", 1, 0, 1, "Integral part of the step size control."),
        new Parameter.Real("dcoeff", 0, 0, 1, "Differential part of the step size control."),
        new Parameter.Real("accept_safety", 0.81, 0.1, 1, "Shrinkage that rejects a step."),
        new Parameter.Real("eta", 0, 0, 1, "Share of the noise that each step replaces."),
        Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new DpmAdaptive(
        new AdaptiveWalk.Settings(
            (int) values.whole("order"),
            values.real("rtol"),
            values.real("atol"),
            values.real("h_init"),
            new StepSizeControl.Gains(
                values.real("pcoeff"),
                values.real("icoeff"),
                values.real("dcoeff"),
                values.real("accept_safety")),
            new AdaptiveWalk.Ancestry(values.real("eta"), values.real("s_noise"))));
  }

  private record DpmAdaptive(AdaptiveWalk.Settings settings) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      if (Passage.end(sigmas) == sigmas.value(0)) {
        Tensor denoised = denoiser.denoise(x, sigmas.value(0));
        new Passage(sigmas, steps).finish(denoised);
        return sigmas.value(sigmas.steps()) == 0 ? denoised : x;
      }
      RowNoise draws = new RowNoise(noise, x.shape());
      List<AdaptiveWalk> walks =
          IntStream.range(0, (int) x.shape().size(0))
              .mapToObj(row -> {
                Tensor start = x.rows(row, row + 1);
                return new AdaptiveWalk(denoiser, start, settings, sigmas, draws.row(row));
              })
              .toList();
      for (int i = 0; i < sigmas.steps(); i++) {
        double next = sigmas.value(i + 1);
        walks.forEach(walk -> walk.passTo(next));
        steps.step(i, sigmas.value(i), joined(walks, AdaptiveWalk::denoised));
      }
      return joined(walks, AdaptiveWalk::x);
    }

    private static Tensor joined(List<AdaptiveWalk> walks, Function<AdaptiveWalk, Tensor> part) {
      return Tensor.concat(walks.stream().map(part).toArray(Tensor[]::new));
    }
  }
}
