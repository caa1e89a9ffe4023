package dev.darkroom.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.testkit.Fixtures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How far bfloat16 is from float32: the root mean square of the differences, to that of the values,
/// over networks of the reference data. Bfloat16 has 8 bits, a step of 0.4 to 0.8 percent.
class Bfloat16Tests {

  private static final double BOUND = 0.025;

  @ParameterizedTest
  @ValueSource(strings = {"unet-sd1", "unet-sdxl", "clip-text-sd1", "vae-kl"})
  void staysNearFloat32(String folder) {
    try (Backend backend = OpenDevice.cpu()) {
      assumeTrue(backend.capabilities().precisions().contains(DType.BF16));
      Path place = Fixtures.path("components/" + folder);
      WeightIndex index = ModelFiles.open(place.resolve("model"));
      for (ModelFamily family : PluginCatalog.load().all(ModelFamily.class)) {
        family
            .recognise(index)
            .ifPresent(spec ->
                spec.components().forEach(part -> check(backend, family, spec, part, place)));
      }
    }
  }

  private static void check(
      Backend backend, ModelFamily family, ModelSpec spec, Component component, Path folder) {
    Graph graph = family.graph(spec, component, GraphOptions.plain());
    Map<String, Tensor> given =
        new LinkedHashMap<>(Fixtures.tensors(folder.resolve("expected.safetensors")));
    given.putAll(Fixtures.tensors(folder.resolve("inputs.safetensors")));
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    graph
        .inputs()
        .keySet()
        .forEach(name -> inputs.put(name, Objects.requireNonNull(given.get(name), name)));
    CompileOptions options = CompileOptions.of(component.id());
    try (CompiledGraph exact = backend.compile(graph, family.weights(spec, component), options);
        CompiledGraph half =
            backend.compile(graph, family.weights(spec, component), options.with(DType.BF16))) {
      Map<String, Tensor> expected = exact.run(inputs);
      half.run(inputs)
          .forEach((name, tensor) -> {
            double distance = distance(tensor, Objects.requireNonNull(expected.get(name)));
            assertThat(distance).as("%s %s", component, name).isPositive().isLessThan(BOUND);
          });
    }
  }

  private static double distance(Tensor actual, Tensor expected) {
    float[] a = actual.toFloats();
    float[] b = expected.toFloats();
    double differences = 0;
    double values = 0;
    for (int i = 0; i < a.length; i++) {
      differences += (a[i] - b[i]) * (double) (a[i] - b[i]);
      values += b[i] * (double) b[i];
    }
    return Math.sqrt(differences / values);
  }
}
