package dev.darkroom.ext.samplers.dpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.ConvergenceContract;
import dev.darkroom.testkit.GaussianToy;
import dev.darkroom.testkit.SeededNoise;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DpmAdaptiveSamplerTests implements ConvergenceContract {

  private static final GaussianToy TOY = new GaussianToy(0.5, 0.8);
  private static final Sigmas SIGMAS = Sigmas.of(20, 5, 1, 0.2, 0.02, 0);

  @Override
  public SamplerProvider provider() {
    return new DpmAdaptiveSampler();
  }

  /// Its accuracy is a setting, not a matter of steps.
  @Override
  @Test
  public void convergesToTheSolution() {
    assertThat(error("0.05", "0.0078")).isLessThan(0.1);
    assertThat(error("0.0005", "0.000078")).isLessThan(0.005);
  }

  @Test
  void picturesOfABatchKeepTheirOwnNoiseHoweverManyStepsEachTakes() {
    Tensor start = new SeededNoise(7).next(Shape.of(3, 4, 3, 5)).times(20);
    // the rows differ in size, so their steps do
    Tensor uneven = Tensor.concat(start.rows(0, 1), start.rows(1, 2).times(9), start.rows(2, 3));
    Tensor batch = sample(Map.of("eta", "0.7"), TOY.denoiser(), uneven, new SeededNoise(40));
    for (int row = 0; row < 3; row++) {
      Tensor alone =
          sample(
              Map.of("eta", "0.7"),
              TOY.denoiser(),
              uneven.rows(row, row + 1),
              new SeededNoise(40 + row));
      assertThat(batch.rows(row, row + 1).toFloats()).isEqualTo(alone.toFloats());
    }
  }

  @Test
  void secondOrderTakesTwoModelCallsForEachAttempt() {
    int[] calls = {0};
    Denoiser counted =
        (x, sigma) -> {
          calls[0]++;
          return TOY.denoiser().denoise(x, sigma);
        };
    Tensor start = new SeededNoise(7).next(Shape.of(1, 4, 3, 5)).times(20);
    sample(Map.of("order", "2"), counted, start, new SeededNoise(8));
    assertThat(calls[0]).isPositive().isEven();
  }

  @Test
  void saysSoWhenNoStepIsGoodEnough() {
    Random random = new Random(1);
    Denoiser erratic = (x, _) -> x.map(_ -> 1e6 * random.nextGaussian());
    Tensor start = new SeededNoise(7).next(Shape.of(1, 4, 3, 5)).times(20);
    assertThatThrownBy(() -> sample(Map.of(), erratic, start, new SeededNoise(8)))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("noise level 20.0")
        .hasMessageContaining("rtol");
  }

  private double error(String relative, String absolute) {
    Tensor start = new SeededNoise(7).next(Shape.of(1, 4, 32, 32)).times(20);
    Map<String, String> settings = Map.of("rtol", relative, "atol", absolute);
    Tensor end = sample(settings, TOY.denoiser(), start, new SeededNoise(8));
    double largest = 0;
    for (float difference : end.minus(TOY.flow(start, 20, 0.02)).toFloats()) {
      largest = Math.max(largest, Math.abs(difference));
    }
    return largest;
  }

  private Tensor sample(
      Map<String, String> settings, Denoiser denoiser, Tensor start, Noise noise) {
    return provider()
        .create(provider().parameters().parse(settings))
        .sample(denoiser, start, SIGMAS, noise, (_, _, _) -> {});
  }
}
