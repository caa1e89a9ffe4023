package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Churn;
import dev.darkroom.ext.samplers.OdeStep;
import java.util.List;

/// Euler's method (Karras et al. 2022, arXiv:2206.00364, algorithm 2 without the correction).
public final class EulerSampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.euler";
  }

  @Override
  public String title() {
    return "Euler";
  }

  @Override
  public String summary() {
    return "Euler's method; Karras et al. 2022, arXiv:2206.00364.";
  }

  @Override
  public List<String> aliases() {
    return List.of(
        "EulerDiscreteScheduler",
        "EDMEulerScheduler",
        "k_euler",
        "sample_euler",
        "Linear-RK Euler",
        "DEIS-Unified 1S");
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.on("Euler SGM", "schedule.trailing"),
        Preset.on("Euler EDM", "schedule.karras"),
        Preset.on("Euclidean Flow", "schedule.linear"),
        Preset.on("Smoothstep Sigma", "schedule.linear"),
        Preset.on("Sigmoid Sigma", "schedule.sigmoid"),
        Preset.on("Sine Sigma", "schedule.sine"),
        Preset.on("Easing Sigma", "schedule.easing"),
        Preset.on("Arcsine Sigma", "schedule.arcsine"));
  }

  @Override
  public ParameterSet parameters() {
    return Churn.parameters();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Euler(Churn.of(values));
  }

  private record Euler(Churn churn) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      for (int i = 0; i < sigmas.steps(); i++) {
        Churn.Start start = churn.raise(x, sigmas.value(i), sigmas.steps(), noise);
        Tensor denoised = denoiser.denoise(start.x(), start.sigma());
        Tensor slope = OdeStep.slope(start.x(), denoised, start.sigma());
        x = OdeStep.move(start.x(), slope, start.sigma(), sigmas.value(i + 1));
        steps.step(i, sigmas.value(i), denoised);
      }
      return x;
    }
  }
}
