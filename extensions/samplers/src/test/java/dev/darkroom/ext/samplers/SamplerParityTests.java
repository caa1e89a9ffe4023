package dev.darkroom.ext.samplers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Every step of the schedulers that diffusers publishes. A case with an option that is unknown here
/// fails.
final class SamplerParityTests {

  private final JsonNode file = Fixtures.json(Fixtures.path("samplers/cases.json"));
  private final double tolerance = file.get("max_abs_error").asDouble();
  private final Path trajectories = Fixtures.path("samplers/trajectories.safetensors");
  private final Map<String, Tensor> tensors = Fixtures.tensors(trajectories);

  @TestFactory
  List<DynamicTest> followsThePublishedSchedulers() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode json : file.get("cases")) {
      PublishedCase published = new PublishedCase(json);
      tests.add(dynamicTest(published.name(), () -> follow(published)));
    }
    return tests;
  }

  private void follow(PublishedCase published) {
    published.requireUnderstood();
    NoiseSchedule noise = published.noise();
    Sigmas sigmas = published.sigmas(noise);
    SamplerProvider provider = published.sampler();
    boolean unitVariance = published.unitVariance();
    List<Tensor> seen = new ArrayList<>();
    List<Double> timesteps = new ArrayList<>();
    Tensor start = tensor("start").times(sigmas.startScale());
    Tensor end =
        provider
            .create(published.settings(noise))
            .sample(
                (x, sigma) -> {
                  double listed = sigmas.timestep(sigma);
                  double timestep = Double.isNaN(listed) ? noise.timestep(sigma) : listed;
                  seen.add(unitVariance ? x.times(1 / Math.hypot(1, sigma)) : x);
                  timesteps.add(timestep);
                  return published.denoise(x, sigma, timestep);
                },
                start,
                sigmas,
                new ListedNoise(tensor("noise")),
                (_, _, _) -> {});
    seen.add(end.times(sigmas.endScale()));
    compare(published.name() + "/timesteps", timesteps);
    if (tensors.containsKey(published.name() + "/sigmas")) {
      compareLevels(published.name() + "/sigmas", sigmas);
    }
    compareLatents(published.name() + "/x", seen);
  }

  private void compare(String name, List<Double> actual) {
    Tensor expected = tensor(name);
    assertThat(actual).as(name).hasSize((int) expected.shape().elements());
    for (int i = 0; i < actual.size(); i++) {
      double difference = Math.abs(actual.get(i) - expected.at(i));
      assertThat(difference).as("%s %d: %s", name, i, actual.get(i)).isLessThanOrEqualTo(tolerance);
    }
  }

  /// Schedulers of two stages list each level twice.
  private void compareLevels(String name, Sigmas sigmas) {
    Tensor expected = tensor(name);
    double[] listed = new double[(int) expected.shape().elements()];
    Arrays.setAll(listed, expected::at);
    double[] actual = Arrays.stream(sigmas.values()).distinct().toArray();
    assertThat(actual)
        .as(name)
        .containsExactly(Arrays.stream(listed).distinct().toArray(), within(tolerance));
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
