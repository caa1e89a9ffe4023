package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.spi.NoiseForm;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// That the contract notices claims that are not true.
final class ConvergenceContractTests {

  @Test
  void acceptsWhatIsTrue() {
    assertThatCode(claim(1, 1)::convergesInTheOrderThatItClaims).doesNotThrowAnyException();
    assertThatCode(claim(1, 1)::callsTheModelAsOftenAsItSays).doesNotThrowAnyException();
    assertThatCode(ancestral(1)::drawsFromTheDistributionOfTheData).doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherOrder() {
    refuses(claim(2, 1)::convergesInTheOrderThatItClaims);
    refuses(new Claim(new SamplerTraits(1, 1, false), midpoint())::convergesInTheOrderThatItClaims);
  }

  @Test
  void refusesAnotherCost() {
    refuses(claim(1, 2)::callsTheModelAsOftenAsItSays);
  }

  @Test
  void refusesHiddenNoise() {
    Sampler noisy = ancestral(1).sampler();
    refuses(new Claim(SamplerTraits.ofOrder(1), noisy)::drawsNoiseOnlyIfItSaysSo);
  }

  @Test
  void refusesTooMuchOrTooLittleNoise() {
    refuses(ancestral(1.1)::drawsFromTheDistributionOfTheData);
    refuses(ancestral(0.9)::drawsFromTheDistributionOfTheData);
  }

  @Test
  void refusesNoiseOfAnotherForm() {
    refuses(ancestral(1, NoiseForm.FLOW)::drawsFromTheDistributionOfTheData);
    refuses(ancestral(1, NoiseForm.FLOW)::startsFromNoiseAlone);
  }

  private static void refuses(Runnable test) {
    assertThatThrownBy(test::run).isInstanceOf(AssertionError.class);
  }

  private static Claim claim(int order, double modelCalls) {
    return new Claim(new SamplerTraits(order, modelCalls, false), euler());
  }

  private static Sampler euler() {
    return (denoiser, x, sigmas, _, steps) -> {
      for (int i = 0; i < sigmas.steps(); i++) {
        Tensor clean = denoiser.denoise(x, sigmas.value(i));
        x = clean.plus(sigmas.value(i + 1) / sigmas.value(i), x.minus(clean));
        steps.step(i, sigmas.value(i), clean);
      }
      return x;
    };
  }

  private static Sampler midpoint() {
    return (denoiser, x, sigmas, _, _) -> {
      for (int i = 0; i < sigmas.steps(); i++) {
        double from = sigmas.value(i);
        double middle = (from + sigmas.value(i + 1)) / 2;
        Tensor clean = denoiser.denoise(x, from);
        Tensor half = clean.plus(middle / from, x.minus(clean));
        Tensor slope = half.minus(denoiser.denoise(half, middle)).times(1 / middle);
        x = x.plus(sigmas.value(i + 1) - from, slope);
      }
      return x;
    };
  }

  private static Claim ancestral(double scale) {
    return ancestral(scale, NoiseForm.EXPLODING);
  }

  private static Claim ancestral(double scale, NoiseForm form) {
    Sampler sampler =
        (denoiser, x, sigmas, noise, _) -> {
          for (int i = 0; i < sigmas.steps(); i++) {
            double left = Math.pow(sigmas.value(i + 1) / sigmas.value(i), 2);
            Tensor clean = denoiser.denoise(x, sigmas.value(i));
            double up = sigmas.value(i + 1) * Math.sqrt(1 - left);
            x = clean.plus(left, x.minus(clean)).plus(scale * up, noise.next(x.shape()));
          }
          return x;
        };
    return new Claim(new SamplerTraits(1, 1, true), sampler, List.of(form));
  }

  private record Claim(SamplerTraits traits, Sampler sampler, List<NoiseForm> forms)
      implements ConvergenceContract, SamplerProvider {

    Claim(SamplerTraits traits, Sampler sampler) {
      this(traits, sampler, List.of(NoiseForm.values()));
    }

    @Override
    public SamplerProvider provider() {
      return this;
    }

    @Override
    public String id() {
      return "sampler.claim";
    }

    @Override
    public Sampler create(ParameterValues values) {
      return sampler;
    }
  }
}
