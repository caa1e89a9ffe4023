package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// That a sampler is what [SamplerProvider#traits()] claims: the order of convergence is measured for
/// deterministic samplers, the distribution of the results for the others, the cost for all.
public interface ConvergenceContract extends SamplerContract {

  /// The forms of noise that the sampler is judged in: all, since users choose it for any model.
  default List<NoiseForm> forms() {
    return List.of(NoiseForm.values());
  }

  /// Noise levels for measuring the order, in the form of variance-exploding noise: those of Karras et
  /// al. 2022, from where the first steps, which multistep methods take in lower order, do no harm.
  /// Methods that reach their order on other levels only say so by overriding this.
  default double[] path(int steps) {
    double[] levels = new double[steps + 1];
    double high = Math.pow(500, 1 / 7.0);
    double low = Math.pow(0.1, 1 / 7.0);
    for (int i = 0; i <= steps; i++) {
      levels[i] = Math.pow(high + (low - high) * i / steps, 7);
    }
    return levels;
  }

  @Test
  default void convergesInTheOrderThatItClaims() {
    SamplerTraits traits = provider().traits();
    if (traits.stochastic() || traits.order() == 0) {
      return;
    }
    for (NoiseForm form : forms()) {
      if (traits.modelCalls() == 0) {
        assertThat(errorAfter(32, form)).as("error, %s", form).isLessThan(0.01);
      } else {
        double measured = MeasuredOrder.of(steps -> errorAfter(steps, form));
        // above fourth order, float32 leaves too few step counts to tell neighbouring orders
        boolean vague = traits.order() > 4;
        assertThat(measured)
            .as("order of convergence, %s", form)
            .isBetween(traits.order() - (vague ? 0.9 : 0.4), traits.order() + (vague ? 1.2 : 0.7));
      }
    }
  }

  @Test
  default void drawsNoiseOnlyIfItSaysSo() {
    SeededNoise noise = new SeededNoise(8);
    Sigmas sigmas = Sigmas.of(20, 10, 5, 2, 1, 0.5, 0);
    Tensor start = new SeededNoise(7).next(Shape.of(1, 4, 3, 5)).times(sigmas.startScale());
    trial().sample(model(data()), start, sigmas, noise, (_, _, _) -> {});
    assertThat(noise.draws() > 0).isEqualTo(provider().traits().stochastic());
  }

  @Test
  default void callsTheModelAsOftenAsItSays() {
    double claimed = provider().traits().modelCalls();
    if (claimed > 0) {
      double further = (calls(96) - calls(48)) / 48.0;
      assertThat(Math.abs(further - claimed)).as("%s calls a step", further).isLessThan(0.05);
    }
  }

  /// The law of the results is that of the data, the better the more steps are taken.
  @Test
  default void drawsFromTheDistributionOfTheData() {
    if (!provider().traits().stochastic()) {
      return;
    }
    for (NoiseForm form : forms()) {
      SampledLaw coarse = SampledLaw.of(trial(), gaussian(form), seenIn(form, steepPath(64)));
      SampledLaw fine = SampledLaw.of(trial(), gaussian(form), seenIn(form, steepPath(256)));
      assertThat(fine.error(data())).as("%s, %s", fine, form).isLessThan(0.02);
      assertThat(fine.error(data()))
          .as("%s after %s, %s", fine, coarse, form)
          .isLessThan(0.5 * coarse.error(data()) + 0.002);
    }
  }

  /// Flow models start without any trace of the clean latents.
  @Test
  default void startsFromNoiseAlone() {
    if (!forms().contains(NoiseForm.FLOW)) {
      return;
    }
    double[] levels = new double[51];
    for (int i = 0; i <= 50; i++) {
      levels[i] = 1 - i / 50.0;
    }
    Sigmas sigmas = Sigmas.of(levels).withForm(NoiseForm.FLOW);
    SampledLaw law = SampledLaw.of(trial(), gaussian(NoiseForm.FLOW), sigmas);
    assertThat(law.error(data())).as("%s", law).isLessThan(0.1);
  }

  private static GaussianToy data() {
    return new GaussianToy(0.5, 0.8);
  }

  private Denoiser gaussian(NoiseForm form) {
    Denoiser model = model(data());
    return (x, sigma) -> {
      double alpha = form.alpha(sigma);
      return alpha == 0
          ? x.map(_ -> data().mean())
          : model.denoise(x.times(1 / alpha), sigma / alpha);
    };
  }

  private Sampler trial() {
    return provider().create(provider().parameters().defaults());
  }

  private double errorAfter(int steps, NoiseForm form) {
    TwoPeakToy toy = new TwoPeakToy(0.8, 0.5, form);
    Sigmas sigmas = seenIn(form, path(steps));
    Tensor start = new SeededNoise(7).next(Shape.of(1, 1, 8, 8)).times(sigmas.startScale());
    Tensor end = trial().sample(toy.denoiser(), start, sigmas, new SeededNoise(8), (_, _, _) -> {});
    double[] truth = toy.flow(start, sigmas.value(0), sigmas.value(steps));
    double squares = 0;
    for (int i = 0; i < truth.length; i++) {
      squares += (end.at(i) - truth[i]) * (end.at(i) - truth[i]);
    }
    return Math.sqrt(squares / truth.length);
  }

  private static Sigmas seenIn(NoiseForm form, double[] levels) {
    return switch (form) {
      case EXPLODING -> Sigmas.of(levels);
      case FLOW ->
          Sigmas.of(Arrays.stream(levels).map(level -> level / (1 + level)).toArray())
              .withForm(NoiseForm.FLOW);
    };
  }

  private int calls(int steps) {
    int[] calls = {0};
    Sigmas sigmas = Sigmas.of(steepPath(steps));
    Tensor start = new SeededNoise(7).next(Shape.of(1, 1, 2, 2)).times(sigmas.startScale());
    trial()
        .sample(
            (x, sigma) -> {
              calls[0]++;
              return model(data()).denoise(x, sigma);
            },
            start,
            sigmas,
            new SeededNoise(8),
            (_, _, _) -> {});
    return calls[0];
  }

  /// Levels at equal ratios, then 0.
  private static double[] steepPath(int steps) {
    double[] levels = new double[steps + 1];
    for (int i = 0; i < steps; i++) {
      levels[i] = 80 * Math.pow(0.01 / 80, i / (steps - 1.0));
    }
    return levels;
  }
}
