package dev.darkroom.ext.samplers.exponential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PhiTests {

  @Test
  void areTheIntegralsThatTheyStandFor() {
    for (double width : new double[] {1e-9, 0.01, 0.5, 0.999, 1, 1.001, 3, 20}) {
      Phi phi = new Phi(width);
      assertThat(phi.of(0)).isCloseTo(Math.exp(-width), within(1e-14));
      for (int order = 1; order <= 5; order++) {
        assertThat(phi.of(order))
            .as("phi %d of -%s", order, width)
            .isCloseTo(integral(order, width), within(1e-9));
      }
    }
  }

  @Test
  void takeAPartOfTheWidth() {
    assertThat(new Phi(2).of(2, 0.25)).isEqualTo(new Phi(0.5).of(2));
  }

  @Test
  void rowsAreExactForAnswersThatDoNotChange() {
    double sum = 0;
    for (double weight : new Phi(1.5).row(0.5, 0.3, -0.1)) {
      sum += weight;
    }
    assertThat(sum).isCloseTo((1 - Math.exp(-0.75)) / 1.5, within(1e-14));
  }

  /// `integral from 0 to 1 of exp(-(1 - s) h) s^(k-1) / (k-1)!` by Simpson's rule.
  private static double integral(int order, double width) {
    int parts = 4000;
    double sum = 0;
    for (int i = 0; i <= parts; i++) {
      double s = (double) i / parts;
      int weight = i == 0 || i == parts ? 1 : 2 + 2 * (i % 2);
      sum += weight * Math.exp(-(1 - s) * width) * Math.pow(s, order - 1);
    }
    double factorial = 1;
    for (int k = 2; k < order; k++) {
      factorial *= k;
    }
    return sum / (3.0 * parts) / factorial;
  }
}
