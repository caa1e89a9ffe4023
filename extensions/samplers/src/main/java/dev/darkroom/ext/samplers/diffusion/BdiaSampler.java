package dev.darkroom.ext.samplers.diffusion;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.NamedSampler;
import dev.darkroom.ext.samplers.SamplerName;
import dev.darkroom.ext.samplers.exponential.LambdaStep;

/// DDIM with bidirectional integration (Zhang, Lewis and Kleijn 2023, arXiv:2307.10829, equation 18):
/// each step also integrates back to the level before, and makes good what was missed there. With `gamma`
/// of 1 this is of second order, and the walk can be followed backwards exactly.
public final class BdiaSampler extends NamedSampler {

  private static final SamplerName NAME =
      SamplerName.of(
          "sampler.bdia-ddim",
          "BDIA DDIM",
          "DDIM with bidirectional integration (Zhang, Lewis and Kleijn 2023, arXiv:2307.10829).",
          "BDIA_DDIMScheduler");

  public BdiaSampler() {
    super(NAME);
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Real("gamma", 1, 0, 1, "Share of what was missed that is made good."));
  }

  @Override
  public SamplerTraits traits() {
    return SamplerTraits.ofOrder(2);
  }

  @Override
  public TimestepGrid grid() {
    return TimestepGrid.DISCRETE;
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new Bdia(values.real("gamma"));
  }

  private record Bdia(double gamma) implements Sampler {
    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      Tensor before = x;
      for (int i = 0; i < sigmas.steps(); i++) {
        double from = sigmas.value(i);
        double to = sigmas.value(i + 1);
        Tensor denoised = denoiser.denoise(x, from);
        Tensor next = new LambdaStep(sigmas.form(), from, to).firstOrder(x, denoised);
        if (i > 0) {
          double start = sigmas.value(i - 1);
          Tensor back = new LambdaStep(sigmas.form(), from, start).firstOrder(x, denoised);
          double share = gamma * scale(sigmas.form(), to) / scale(sigmas.form(), start);
          next = next.plus(share, before.minus(back));
        }
        before = x;
        x = next;
        steps.step(i, from, denoised);
      }
      return x;
    }

    /// The published form adds latents of unit variance.
    private static double scale(NoiseForm form, double sigma) {
      return switch (form) {
        case EXPLODING -> Math.hypot(1, sigma);
        case FLOW -> 1;
      };
    }
  }
}
