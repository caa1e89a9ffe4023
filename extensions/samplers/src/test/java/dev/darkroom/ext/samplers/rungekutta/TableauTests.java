package dev.darkroom.ext.samplers.rungekutta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The orders of the methods themselves, in double precision, where high orders can be told apart: on
/// `y' = (1 + t) exp(-y)` from `y(0) = 0`, whose solution is `log(1 + t + t^2 / 2)`.
final class TableauTests {

  private static final double END = 2;

  @TestFactory
  Stream<DynamicTest> explicitMethodsHaveTheirOrder() {
    return Stream.of(
            new RalstonSampler(),
            new Kutta3Sampler(),
            new RungeKutta4Sampler(),
            new DormandPrince5Sampler(),
            new Butcher6Sampler(),
            new StrongStability3Sampler(),
            new StrongStability4Sampler())
        .map(provider ->
            dynamicTest(
                provider.title(),
                () ->
                    assertThat(order(10, steps -> explicit(provider.tableau(), steps)))
                        .isBetween(
                            provider.traits().order() - 0.25, provider.traits().order() + 0.6)));
  }

  @TestFactory
  Stream<DynamicTest> implicitMethodsHaveTheirOrder() {
    List<CollocationProvider> providers =
        List.of(
            new GaussLegendre2Sampler(),
            new GaussLegendre3Sampler(),
            new GaussLegendre4Sampler(),
            new Radau2Sampler(),
            new Radau3Sampler(),
            new Radau4Sampler(),
            new Lobatto2Sampler(),
            new Lobatto3Sampler(),
            new Lobatto4Sampler());
    return providers.stream()
        .map(provider ->
            dynamicTest(
                provider.title(),
                () ->
                    assertThat(order(5, steps -> implicit(provider.method(), steps)))
                        .isBetween(provider.order() - 0.25, provider.order() + 0.6)));
  }

  /// From `steps` steps to twice as many: the rounding of doubles is near for high orders.
  private static double order(int steps, IntToDoubleFunction solution) {
    double truth = Math.log(1 + END + END * END / 2);
    double coarse = Math.abs(solution.applyAsDouble(steps) - truth);
    double fine = Math.abs(solution.applyAsDouble(2 * steps) - truth);
    return Math.log(coarse / fine) / Math.log(2);
  }

  private static double slope(double t, double y) {
    return (1 + t) * Math.exp(-y);
  }

  private static double explicit(Tableau tableau, int steps) {
    double width = END / steps;
    double y = 0;
    for (int i = 0; i < steps; i++) {
      double[] slopes = new double[tableau.stages()];
      slopes[0] = slope(i * width, y);
      for (int stage = 1; stage < slopes.length; stage++) {
        double at = y + width * sum(tableau.rowOf(stage), slopes);
        slopes[stage] = slope((i + tableau.node(stage)) * width, at);
      }
      y += width * sum(tableau.weights(), slopes);
    }
    return y;
  }

  private static double implicit(Collocation method, int steps) {
    double width = END / steps;
    double y = 0;
    for (int i = 0; i < steps; i++) {
      double[] slopes = new double[method.stages()];
      for (int iteration = 0; iteration < 100; iteration++) {
        double[] renewed = new double[slopes.length];
        for (int stage = 0; stage < slopes.length; stage++) {
          double at = y;
          for (int j = 0; j < slopes.length; j++) {
            at += width * method.row(stage, j) * slopes[j];
          }
          renewed[stage] = slope(method.sigma(stage, i * width, (i + 1) * width), at);
        }
        slopes = renewed;
      }
      for (int j = 0; j < slopes.length; j++) {
        y += width * method.weight(j) * slopes[j];
      }
    }
    return y;
  }

  private static double sum(double[] weights, double[] slopes) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * slopes[i];
    }
    return sum;
  }
}
