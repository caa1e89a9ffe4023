package dev.darkroom.ext.samplers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.sampling.TrainedNoise;
import dev.darkroom.core.spi.Denoiser;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import dev.darkroom.core.spi.TimestepGrid;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Every case of k-diffusion's samplers with their options, by the reference's number of model calls
/// and draws. A case that names a sampler that is not there fails.
final class KSamplerParityTests {

  private static final String LEVELS = "sigmas/";

  private final JsonNode file = Fixtures.json(Fixtures.path("k-samplers/cases.json"));
  private final Map<String, Tensor> tensors =
      Fixtures.tensors(Fixtures.path("k-samplers/trajectories.safetensors"));

  @TestFactory
  List<DynamicTest> endsWhereKDiffusionEnds() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode json : file.get("cases")) {
      tests.add(dynamicTest(json.get("name").asString(), () -> check(json, sampler(json))));
    }
    return tests;
  }

  /// The levels that the cases walk along, by the schedules of their names.
  @TestFactory
  List<DynamicTest> walksWhereKDiffusionWalks() {
    return tensors.keySet().stream()
        .filter(name -> name.startsWith(LEVELS))
        .map(name -> name.substring(LEVELS.length()))
        .map(name -> dynamicTest(name, () -> checkLevels(name, tensor(LEVELS + name))))
        .toList();
  }

  private void checkLevels(String name, Tensor listed) {
    ScheduleProvider schedule = PluginCatalog.load().find(ScheduleProvider.class, name);
    double lowest = file.get("sigma_min").asDouble();
    double highest = file.get("sigma_max").asDouble();
    NoiseSettings settings =
        new NoiseSettings(
            new NoiseSettings.Betas.Edm(lowest, highest, 1000),
            NoiseSettings.Prediction.EDM,
            new NoiseSettings.Timesteps(
                NoiseSettings.Spacing.LINSPACE, 0, NoiseSettings.FinalStep.ZERO),
            false);
    int steps = (int) listed.shape().elements() - 1;
    Map<String, String> values =
        name.equals("polyexponential")
            ? Map.of("rho", "" + bend(listed, lowest, highest, steps))
            : Map.of();
    Sigmas sigmas =
        schedule.sigmas(
            new ScheduleProvider.Request(steps, TrainedNoise.of(settings), TimestepGrid.SIGMA),
            schedule.parameters().parse(values));
    for (int i = 0; i <= steps; i++) {
      double tolerance = 1e-5 * listed.at(i);
      assertThat(sigmas.value(i)).as("level %d", i).isCloseTo(listed.at(i), within(tolerance));
    }
  }

  /// The exponent of a polyexponential walk, which the cases do not tell, by its second level.
  private static double bend(Tensor listed, double lowest, double highest, int steps) {
    double share = Math.log(listed.at(1) / lowest) / Math.log(highest / lowest);
    return Math.log(share) / Math.log((steps - 2.0) / (steps - 1.0));
  }

  private static SamplerProvider sampler(JsonNode json) {
    String name = json.get("sampler").asString();
    return PluginCatalog.load().all(SamplerProvider.class).stream()
        .filter(provider -> provider.aliases().contains("sample_" + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sampler is known as sample_" + name));
  }

  private void check(JsonNode json, SamplerProvider provider) {
    Map<String, String> options = new TreeMap<>();
    json.get("options")
        .properties()
        .forEach(entry -> options.put(entry.getKey(), entry.getValue().asString()));
    int[] calls = {0};
    Denoiser counted =
        (x, sigma) -> {
          calls[0]++;
          return denoise(x, sigma);
        };
    ListedNoise noise = new ListedNoise(tensor("noise"));
    Tensor start = tensor("start").times((float) file.get("sigma_max").asDouble());
    Tensor end =
        provider
            .create(provider.parameters().parse(options))
            .sample(counted, start, sigmas(json), noise, (_, _, _) -> {});
    String name = json.get("name").asString();
    assertThat(calls[0]).as("model calls").isEqualTo(json.get("model_calls").asInt());
    // the reference also draws what it then multiplies by 0
    assertThat(noise.used()).as("draws").isIn(0, json.get("draws").asInt());
    double tolerance = file.get("max_abs_error").asDouble();
    Fixtures.assertClose(name, end, tensor(name + "/x"), tolerance);
  }

  private static Tensor denoise(Tensor x, double sigma) {
    float root = (float) Math.hypot(1, sigma);
    Tensor input = x.map(value -> value / root);
    Tensor wave = new ToyModel(x).wave(input, 3 * sigma, 0.2 * sigma / (1 + sigma));
    return x.minus(wave.times((float) sigma));
  }

  private Sigmas sigmas(JsonNode json) {
    Tensor listed = tensor(LEVELS + json.get("sigmas").asString());
    double[] values = new double[json.get("steps").asInt() + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = listed.at(i);
    }
    return Sigmas.of(values);
  }

  private Tensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }
}
