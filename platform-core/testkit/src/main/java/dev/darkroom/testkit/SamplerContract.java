package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.StepListener;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every sampler owes: implement this in a test class and name the provider.
public interface SamplerContract extends PluginContract<SamplerProvider> {

  @Override
  default String kind() {
    return "sampler";
  }

  /// The model to judge the sampler by. Samplers for distilled models take
  /// [GaussianToy#consistency()].
  default Denoiser model(GaussianToy toy) {
    return toy.denoiser();
  }

  @Test
  default void sameSeedGivesTheSameBits() {
    assertThat(sample(7, 1).toFloats()).isEqualTo(sample(7, 1).toFloats());
  }

  @Test
  default void batchGivesWhatItsRowsGiveAlone() {
    Tensor batch = sample(7, 3);
    for (int row = 0; row < 3; row++) {
      float[] alone = sample(7 + row, 1).toFloats();
      assertThat(batch.rows(row, row + 1).toFloats()).as("row %d", row).isEqualTo(alone);
    }
  }

  @Test
  default void tellsOfEachStepOnce() {
    Sigmas sigmas = levels(9, 0);
    List<Integer> indices = new ArrayList<>();
    List<Double> told = new ArrayList<>();
    StepListener listener =
        (index, sigma, denoised) -> {
          indices.add(index);
          told.add(sigma);
          assertThat(denoised.shape()).isEqualTo(shape(1));
        };
    sample(sigmas, listener);
    assertThat(indices).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(told)
        .containsExactly(Arrays.stream(sigmas.values()).limit(9).boxed().toArray(Double[]::new));
  }

  @Test
  default void givesFiniteLatentsInAnyNumberOfSteps() {
    for (int steps : new int[] {1, 2, 3, 4, 15, 1000}) {
      for (double end : new double[] {0, 0.01, 0.02}) {
        Tensor result = sample(levels(steps, end), (_, _, _) -> {});
        assertThat(result.shape()).isEqualTo(shape(1));
        for (float value : result.toFloats()) {
          assertThat(value).as("%d steps to %s", steps, end).isFinite();
        }
      }
    }
  }

  @Test
  default void leavesItsInputAlone() {
    Tensor start = start(levels(5, 0), 7, 1);
    float[] before = start.toFloats();
    sampler().sample(model(toy()), start, levels(5, 0), new SeededNoise(7), (_, _, _) -> {});
    assertThat(start.toFloats()).isEqualTo(before);
  }

  @Test
  default void letsACancellationThrough() {
    int[] calls = {0};
    Denoiser cancelled =
        (x, _) -> {
          if (++calls[0] == 3) {
            throw new CancelledException();
          }
          return x;
        };
    Sigmas sigmas = levels(9, 0);
    Tensor start = start(sigmas, 7, 1);
    assertThatThrownBy(
            () -> sampler().sample(cancelled, start, sigmas, new SeededNoise(7), (_, _, _) -> {}))
        .isInstanceOf(CancelledException.class);
    assertThat(calls[0]).isEqualTo(3);
  }

  /// A model that fails shows: the sampler neither hides it nor waits for better.
  @Test
  default void passesNotANumberOn() {
    int[] calls = {0};
    Denoiser broken =
        (x, _) -> {
          if (++calls[0] > 10_000) {
            throw new AssertionError("no end after 10,000 calls of a model that answers NaN");
          }
          return x.map(_ -> Double.NaN);
        };
    Sigmas sigmas = levels(9, 0);
    Tensor start = start(sigmas, 7, 1);
    Tensor result = sampler().sample(broken, start, sigmas, new SeededNoise(8), (_, _, _) -> {});
    for (float value : result.toFloats()) {
      assertThat(value).isNaN();
    }
  }

  /// Deterministic samplers find the end of the flow, the others its distribution.
  @Test
  default void convergesToTheSolution() {
    Sigmas sigmas = levels(400, 0);
    SeededNoise noise = new SeededNoise(8);
    Tensor start = new SeededNoise(7).next(Shape.of(1, 4, 32, 32)).times(sigmas.startScale());
    Tensor result = sampler().sample(model(toy()), start, sigmas, noise, (_, _, _) -> {});
    if (noise.draws() == 0) {
      float[] solution = toy().flow(start, sigmas.value(0), 0).toFloats();
      float[] values = result.toFloats();
      for (int i = 0; i < values.length; i++) {
        assertThat((double) Math.abs(values[i] - solution[i])).isLessThan(0.03);
      }
    }
    assertThat(Math.abs(mean(result) - toy().mean())).isLessThan(0.06);
    double deviation = Math.sqrt(mean(result.map(value -> Math.pow(value - toy().mean(), 2))));
    assertThat(Math.abs(deviation - toy().deviation())).isLessThan(0.06);
  }

  private Sampler sampler() {
    return provider().create(provider().parameters().defaults());
  }

  private Tensor sample(long seed, int batch) {
    Sigmas sigmas = levels(9, 0);
    SeededNoise noise = new SeededNoise(seed + 1000);
    Tensor start = start(sigmas, seed, batch);
    return sampler().sample(model(toy()), start, sigmas, noise, (_, _, _) -> {});
  }

  private Tensor sample(Sigmas sigmas, StepListener listener) {
    Tensor start = start(sigmas, 7, 1);
    return sampler().sample(model(toy()), start, sigmas, new SeededNoise(8), listener);
  }

  private static GaussianToy toy() {
    return new GaussianToy(0.5, 0.8);
  }

  private static Shape shape(int batch) {
    return Shape.of(batch, 4, 3, 5);
  }

  private static Tensor start(Sigmas sigmas, long seed, int batch) {
    return new SeededNoise(seed).next(shape(batch)).times(sigmas.startScale());
  }

  /// Levels at equal ratios from 20 down to 0.02, then `end`.
  private static Sigmas levels(int steps, double end) {
    double[] values = new double[steps + 1];
    for (int i = 0; i < steps; i++) {
      values[i] = steps == 1 ? 20 : 20 * Math.pow(0.001, i / (steps - 1.0));
    }
    values[steps] = end == 0 ? 0 : Math.min(end, values[steps - 1]);
    return Sigmas.of(values);
  }

  private static double mean(Tensor tensor) {
    double sum = 0;
    for (float value : tensor.toFloats()) {
      sum += value;
    }
    return sum / tensor.shape().elements();
  }
}
