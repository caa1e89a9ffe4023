package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.DenoiseHook;
import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every hook into the denoising owes: implement this in a test class and name the provider.
public interface DenoiseHookContract extends PluginContract<DenoiseHookProvider> {

  @Override
  default String kind() {
    return "hook";
  }

  /// Settings at which the hook changes nothing; the defaults unless a test class says otherwise.
  default Map<String, String> neutral() {
    return Map.of();
  }

  /// Settings at which it does something.
  Map<String, String> settings();

  @Test
  default void changesNothingWhereItIsNeutral() {
    assertThat(walk(7, 1, neutral())).isEqualTo(withoutHook(7, 1));
  }

  @Test
  default void changesSomethingElsewhere() {
    assertThat(walk(7, 1, settings())).isNotEqualTo(withoutHook(7, 1));
  }

  @Test
  default void sameJobGivesTheSameBits() {
    assertThat(walk(7, 1, settings())).isEqualTo(walk(7, 1, settings()));
  }

  @Test
  default void batchGivesWhatItsRowsGiveAlone() {
    float[] batch = walk(7, 2, settings());
    float[] second = walk(8, 1, settings());
    assertThat(walk(7, 1, settings())).containsExactly(row(batch, 0));
    assertThat(second).containsExactly(row(batch, 1));
  }

  @Test
  default void leavesItsInputAloneAndKeepsShapes() {
    try (DenoiseHook hook = open(settings())) {
      Tensor x = new SeededNoise(1).next(Shape.of(2, 4, 3, 5));
      Tensor unconditional = new SeededNoise(2).next(x.shape());
      float[] before = x.toFloats();
      for (double progress : new double[] {0, 0.5, 1}) {
        DenoiseHook.Step step = new DenoiseHook.Step(0, progress, 10 * (1 - progress) + 0.1);
        assertThat(hook.beforeStep(step, x).shape()).isEqualTo(x.shape());
        Tensor result = hook.afterGuidance(step, new Denoiser.Guided(x, unconditional));
        assertThat(result.shape()).isEqualTo(x.shape());
        hook.afterStep(step, x);
      }
      assertThat(x.toFloats()).isEqualTo(before);
    }
  }

  @Test
  default void closesTwice() {
    DenoiseHook hook = open(settings());
    hook.close();
    hook.close();
  }

  private DenoiseHook open(Map<String, String> settings) {
    GenerationRequest request = PaintedGeneration.request();
    return provider().open(request, provider().parameters().parse(settings));
  }

  private float[] walk(long seed, int batch, Map<String, String> settings) {
    try (DenoiseHook hook = open(settings)) {
      return walk(seed, batch, hook);
    }
  }

  private static float[] withoutHook(long seed, int batch) {
    return walk(seed, batch, new DenoiseHook() {});
  }

  /// Euler steps on two toys, one for each side of the guidance.
  private static float[] walk(long seed, int batch, DenoiseHook hook) {
    Sigmas sigmas = Sigmas.of(20, 8, 4, 2, 1, 0.5, 0.2, 0.05, 0);
    Denoiser positive = new GaussianToy(0.5, 0.8).denoiser();
    Denoiser negative = new GaussianToy(-0.3, 1.1).denoiser();
    double scale = PaintedGeneration.request().guidance().scale();
    Tensor x = new SeededNoise(seed).next(Shape.of(batch, 4, 3, 5)).times(sigmas.startScale());
    for (int i = 0; i < sigmas.steps(); i++) {
      double sigma = sigmas.value(i);
      DenoiseHook.Step step = new DenoiseHook.Step(i, sigmas.progress(sigma), sigma);
      Tensor seen = hook.beforeStep(step, x);
      Tensor away = negative.denoise(seen, sigma);
      Tensor mixed = away.plus(scale, positive.denoise(seen, sigma).minus(away));
      Tensor denoised = hook.afterGuidance(step, new Denoiser.Guided(mixed, away));
      x = denoised.plus(sigmas.value(i + 1) / sigma, x.minus(denoised));
      hook.afterStep(step, denoised);
    }
    return x.toFloats();
  }

  private static float[] row(float[] batch, int row) {
    int length = batch.length / 2;
    return Arrays.copyOfRange(batch, row * length, (row + 1) * length);
  }
}
