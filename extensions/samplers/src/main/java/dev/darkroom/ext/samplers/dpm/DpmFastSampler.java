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

/// DPM-Solver-fast (Lu et al. 2022, arXiv:2206.00927, section 3.4): spends one model call for each
/// step that was asked for, on steps of third order as far as they go, at equal distances in
/// `log(sigma)`.
///
/// Takes the first and the lowest noise level from the schedule and ignores those between; ends at the
/// lowest level above 0, as the published code does.
public final class DpmFastSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.dpm-fast";
  }

  @Override
  public String title() {
    return "DPM fast";
  }

  @Override
  public List<String> aliases() {
    return List.of("k_dpm_fast", "sample_dpm_fast");
  }

  @Override
  public String summary() {
    return "DPM-Solver of third order that ignores the schedule (Lu et al. 2022,"
        + " arXiv:2206.00927).";
  }

  /// Steps of first order at the end hold back those of third.
  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("eta", 0, 0, 1, "Share of the noise that each step replaces."),
        Ancestral.S_NOISE);
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new DpmFast(values.real("eta"), values.real("s_noise"));
  }

  private record DpmFast(double eta, double scale) implements Sampler {

    private static final int HIGHEST = 3;

    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      Passage passage = new Passage(sigmas, steps);
      double end = Passage.end(sigmas);
      if (end == sigmas.value(0)) {
        Tensor denoised = denoiser.denoise(x, end);
        passage.finish(denoised);
        return sigmas.value(sigmas.steps()) == 0 ? denoised : x;
      }
      int count = sigmas.steps() / HIGHEST + 1;
      double width = Math.log(sigmas.value(0) / end) / count;
      for (int i = 0; i < count; i++) {
        double start = DpmSolverStep.lambda(sigmas.value(0)) + i * width;
        double from = DpmSolverStep.sigma(start);
        double to = i == count - 1 ? end : DpmSolverStep.sigma(start + width);
        Ancestral split = DpmSolverStep.split(sigmas.form(), from, to, end, eta);
        DpmSolverStep step = new DpmSolverStep(denoiser, x, start);
        int order = order(sigmas.steps(), count - i);
        x = split.rise(move(step, DpmSolverStep.lambda(split.down()), order), scale, noise);
        passage.reach(to, step.denoised());
        if (i == count - 1) {
          passage.finish(step.denoised());
        }
      }
      return x;
    }

    /// Third order until the model calls that are left force a lower one.
    ///
    /// @param left steps that are left, this one included
    private static int order(int calls, int left) {
      int rest = calls % HIGHEST;
      return switch (left) {
        case 1 -> rest == 0 ? 1 : rest;
        case 2 -> rest == 0 ? 2 : HIGHEST;
        default -> HIGHEST;
      };
    }

    private static Tensor move(DpmSolverStep step, double to, int order) {
      return switch (order) {
        case 1 -> step.first(to);
        case 2 -> step.second(to, 0.5, step.slope(to, 0.5));
        default -> step.third(to, step.slope(to, DpmSolverStep.EARLY));
      };
    }
  }
}
