package dev.darkroom.ext.samplers.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.ConvergenceContract;
import dev.darkroom.testkit.GaussianToy;
import dev.darkroom.testkit.SeededNoise;
import org.junit.jupiter.api.Test;

final class PerflowSamplerTests implements ConvergenceContract {

  private static final GaussianToy DATA = new GaussianToy(0.5, 0.8);

  /// Ends of four windows at 0, 2, 4, 6 and 8.
  private static final double[] LEVELS = {14, 9, 6, 4, 2.5, 1.5, 0.8, 0.3, 0};

  @Override
  public SamplerProvider provider() {
    return new PerflowSampler();
  }

  /// More steps lead nowhere with a model that is not straight. With one that is, a rectified model of
  /// the flow, they lead to the flow's end, however many there are.
  @Override
  @Test
  public void convergesToTheSolution() {
    Tensor start = new SeededNoise(7).next(Shape.of(1, 4, 8, 8)).times(LEVELS[0]);
    float[] truth = DATA.flow(start, LEVELS[0], 0).toFloats();
    assertThat(sample(start, rectified(), LEVELS).toFloats()).containsExactly(truth, within(1e-4f));
    double[] windowEnds = {LEVELS[0], LEVELS[2], LEVELS[4], LEVELS[6], LEVELS[8]};
    assertThat(sample(start, rectified(), windowEnds).toFloats())
        .containsExactly(truth, within(1e-4f));
  }

  @Test
  void isDdimAtOneStepAWindow() {
    Tensor start = new SeededNoise(7).next(Shape.of(1, 4, 8, 8)).times(14);
    Tensor x = start;
    double[] levels = {14, 6, 2.5, 0.8, 0};
    for (int i = 0; i < 4; i++) {
      Tensor clean = DATA.denoiser().denoise(x, levels[i]);
      x = clean.plus(levels[i + 1] / levels[i], x.minus(clean));
    }
    assertThat(sample(start, DATA.denoiser(), levels).toFloats())
        .containsExactly(x.toFloats(), within(1e-5f));
  }

  private Tensor sample(Tensor start, Denoiser model, double[] levels) {
    return provider()
        .create(provider().parameters().defaults())
        .sample(model, start, Sigmas.of(levels), new SeededNoise(8), (_, _, _) -> {});
  }

  /// The model that the paper trains towards, solved for latents that follow a known flow: within a
  /// window they lie on a straight line in the form of unit variance, and the noise is what takes DDIM
  /// over the window from one end to the other.
  private static Denoiser rectified() {
    return (x, sigma) -> {
      int index = 0;
      while (LEVELS[index] != sigma) {
        index++;
      }
      double high = LEVELS[index / 2 * 2];
      double low = LEVELS[index / 2 * 2 + 2];
      double position = index % 2 / 2.0;
      return x.map(
          value -> value - sigma * noise(value / Math.hypot(1, sigma), high, low, position));
    };
  }

  private static double noise(double latent, double high, double low, double position) {
    double slope = Math.hypot(DATA.deviation(), low) / Math.hypot(DATA.deviation(), high);
    double offset = DATA.mean() * (1 - slope) / Math.hypot(1, low);
    double factor = slope * Math.hypot(1, high) / Math.hypot(1, low);
    double start = (latent - position * offset) / (1 - position + position * factor);
    double end = factor * start + offset;
    double kept = Math.hypot(1, high) / Math.hypot(1, low);
    return (end - kept * start) / (low / Math.hypot(1, low) - kept * high / Math.hypot(1, high));
  }
}
