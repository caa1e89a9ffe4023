package dev.darkroom.ext.samplers.euler;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.Churn;
import dev.darkroom.ext.samplers.OdeStep;
import java.util.ArrayList;
import java.util.List;

/// Heun++ as ComfyUI has it: the slopes at the next two noise levels are mixed into that at the first,
/// each in proportion to its level, so low levels keep their own slope. Three model calls a step, two
/// and one in the last ones. There is no paper; it comes from Carzit's sd-webui-samplers-scheduler.
public final class HeunPlusPlus2Sampler implements SamplerProvider {

  @Override
  public String id() {
    return "sampler.heunpp2";
  }

  @Override
  public String title() {
    return "Heun++ 2";
  }

  @Override
  public List<String> aliases() {
    return List.of("k_heunpp2", "sample_heunpp2");
  }

  @Override
  public String summary() {
    return "Heun's method over three slopes that noise levels weigh (Carzit 2023, no paper).";
  }

  @Override
  public SamplerTraits traits() {
    return new SamplerTraits(1, 3, false);
  }

  @Override
  public ParameterSet parameters() {
    return Churn.parameters();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return new HeunPlusPlus2(Churn.of(values));
  }

  private record HeunPlusPlus2(Churn churn) implements Sampler {

    private static final int MOST_SLOPES = 3;

    @Override
    public Tensor sample(
        Denoiser denoiser, Tensor x, Sigmas sigmas, Noise noise, StepListener steps) {
      for (int i = 0; i < sigmas.steps(); i++) {
        Churn.Start start = churn.raise(x, sigmas.value(i), sigmas.steps(), noise);
        Tensor denoised = denoiser.denoise(start.x(), start.sigma());
        List<Tensor> slopes = slopes(denoiser, start, denoised, sigmas, i);
        Tensor slope = mixed(slopes, sigmas, i);
        x = OdeStep.move(start.x(), slope, start.sigma(), sigmas.value(i + 1));
        steps.step(i, sigmas.value(i), denoised);
      }
      return x;
    }

    /// The slopes at the start and, by Euler's steps, at the levels behind it, the last level left out.
    private static List<Tensor> slopes(
        Denoiser denoiser, Churn.Start start, Tensor denoised, Sigmas sigmas, int i) {
      List<Tensor> slopes = new ArrayList<>();
      slopes.add(OdeStep.slope(start.x(), denoised, start.sigma()));
      Tensor x = start.x();
      double sigma = start.sigma();
      double end = sigmas.value(sigmas.steps());
      for (int k = i + 1; slopes.size() < MOST_SLOPES && sigmas.value(k) != end; k++) {
        x = OdeStep.move(x, slopes.getLast(), sigma, sigmas.value(k));
        sigma = sigmas.value(k);
        slopes.add(OdeStep.slope(x, denoiser.denoise(x, sigma), sigma));
      }
      return slopes;
    }

    private static Tensor mixed(List<Tensor> slopes, Sigmas sigmas, int i) {
      Tensor mixed = slopes.getFirst();
      for (int k = 1; k < slopes.size(); k++) {
        double share = sigmas.value(i + k) / (slopes.size() * sigmas.value(0));
        mixed = mixed.plus(share, slopes.get(k).minus(slopes.getFirst()));
      }
      return mixed;
    }
  }
}
