package dev.darkroom.ext.samplers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.sampling.Predictions;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.NoiseSettings.Prediction;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Every step of the schedulers that diffusers publishes, as far as their samplers and schedules are
/// delivered; the others are counted by what they wait for.
final class SamplerParityTests {

  private final JsonNode file = Fixtures.json(Fixtures.path("samplers/cases.json"));
  private final double tolerance = file.get("max_abs_error").asDouble();
  private final Path trajectories = Fixtures.path("samplers/trajectories.safetensors");
  private final Map<String, Tensor> tensors = Fixtures.tensors(trajectories);

  @TestFactory
  List<DynamicTest> followsThePublishedSchedulers() {
    List<DynamicTest> tests = new ArrayList<>();
    Map<String, Integer> later = new TreeMap<>();
    for (JsonNode json : file.get("cases")) {
      PublishedCase published = new PublishedCase(json);
      Optional<String> missing = published.missing();
      missing.ifPresentOrElse(
          need -> later.merge(need, 1, Integer::sum),
          () -> tests.add(dynamicTest(published.name(), () -> follow(published))));
    }
    System.out.println(
        "SamplerParityTests: %d of %d cases run; the others wait for %s"
            .formatted(tests.size(), file.get("cases").size(), later));
    return tests;
  }

  private void follow(PublishedCase published) {
    NoiseSchedule noise = published.noise();
    Sigmas sigmas = published.sigmas(noise);
    SamplerProvider provider = published.sampler().orElseThrow();
    boolean unitVariance = provider.grid() != TimestepGrid.SIGMA;
    List<Tensor> seen = new ArrayList<>();
    List<Double> levels = new ArrayList<>();
    List<Double> timesteps = new ArrayList<>();
    Tensor start = tensor("start").times(sigmas.startScale());
    Tensor end =
        provider
            .create(published.settings())
            .sample(
                (x, sigma) -> {
                  double listed = sigmas.timestep(sigma);
                  double timestep = Double.isNaN(listed) ? noise.timestep(sigma) : listed;
                  seen.add(unitVariance ? x.times(1 / Math.hypot(1, sigma)) : x);
                  levels.add(sigma);
                  timesteps.add(timestep);
                  return denoise(published.predictionType(), x, sigma, timestep);
                },
                start,
                sigmas,
                new ListedNoise(tensor("noise")),
                (_, _, _) -> {});
    seen.add(end.times(sigmas.endScale()));
    levels.add(sigmas.value(sigmas.steps()));
    compare(published.name() + "/timesteps", timesteps);
    if (tensors.containsKey(published.name() + "/sigmas")) {
      compare(published.name() + "/sigmas", levels);
    }
    compareLatents(published.name() + "/x", seen);
  }

  private static Tensor denoise(Prediction prediction, Tensor x, double sigma, double timestep) {
    ToyModel model = new ToyModel(x);
    Tensor input = Predictions.input(x, sigma);
    Tensor wave = model.wave(input, 3 * timestep / 1000, 0.2 * (timestep / 1000));
    Tensor output =
        switch (prediction) {
          case EPSILON -> wave;
          case V -> wave.minus(input.times(0.25f));
          case X0 -> model.slope(input);
        };
    return Predictions.denoised(prediction, output, x, sigma);
  }

  private void compare(String name, List<Double> actual) {
    Tensor expected = tensor(name);
    assertThat(actual).as(name).hasSize((int) expected.shape().elements());
    for (int i = 0; i < actual.size(); i++) {
      double difference = Math.abs(actual.get(i) - expected.at(i));
      assertThat(difference).as("%s %d: %s", name, i, actual.get(i)).isLessThanOrEqualTo(tolerance);
    }
  }

  private void compareLatents(String name, List<Tensor> actual) {
    Tensor expected = tensor(name);
    assertThat(actual).as(name).hasSize((int) expected.shape().size(0));
    for (int i = 0; i < actual.size(); i++) {
      Tensor step = expected.rows(i, i + 1);
      for (long k = 0; k < step.shape().elements(); k++) {
        double wanted = step.at(k);
        assertThat(Math.abs(actual.get(i).at(k) - wanted))
            .as("%s after step %d, element %d: wanted %s", name, i, k, wanted)
            .isLessThanOrEqualTo(allowed(wanted));
      }
    }
  }

  /// The file's tolerance, but no less than the distance between neighbouring float32 numbers, which
  /// is larger where cosine betas or zero terminal noise take latents into the thousands. There the
  /// square root with which torch makes noise levels shows: it is one such number off now and then.
  private double allowed(double wanted) {
    return Math.max(tolerance, Math.ulp((float) wanted));
  }

  private Tensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }
}
