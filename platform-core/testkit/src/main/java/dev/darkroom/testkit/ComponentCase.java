package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// One network of a case of the reference data.
///
/// @param folder the case
/// @param model the network's folder in it
record ComponentCase(
    Path folder, Path model, ModelFamily family, ModelSpec spec, Component component) {

  /// Architectures that the core's own families must know.
  private static final Set<String> DELIVERED =
      Set.of(
          "CLIPTextModel",
          "CLIPTextModelWithProjection",
          "UNet2DConditionModel",
          "AutoencoderKL",
          "AutoencoderTiny");

  /// The folders of networks in a case.
  static List<Path> modelFolders(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> Files.exists(path.resolve("config.json"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the configuration calls the network.
  static String architecture(Path model) {
    JsonNode config = Fixtures.json(model.resolve("config.json"));
    return config
        .optional("_class_name")
        .or(() -> config.optional("architectures").flatMap(all -> all.optional(0)))
        .map(JsonNode::asString)
        .orElse("unnamed");
  }

  /// The networks in a folder; none where no family knows it.
  static List<ComponentCase> in(List<ModelFamily> families, Path folder, Path model) {
    WeightIndex index = ModelFiles.open(model);
    for (ModelFamily family : families) {
      Optional<ModelSpec> spec = family.recognise(index);
      if (spec.isPresent()) {
        return spec.get().components().stream()
            .map(component -> new ComponentCase(folder, model, family, spec.get(), component))
            .toList();
      }
    }
    assertThat(DELIVERED).as("no family knows " + model).doesNotContain(architecture(model));
    return List.of();
  }

  String name() {
    return folder.getFileName() + " " + component;
  }

  void check(Backend backend) {
    Map<String, Tensor> given = Fixtures.tensors(folder.resolve("inputs.safetensors"));
    Map<String, Tensor> expected = Fixtures.tensors(folder.resolve("expected.safetensors"));
    Graph graph = family.graph(spec, component, options(expected));
    Map<String, Tensor> inputs = new HashMap<>();
    for (String name : graph.inputs().keySet()) {
      inputs.put(name, named(given.containsKey(name) ? given : expected, name));
    }
    CompileOptions options = CompileOptions.of(component.id());
    try (CompiledGraph compiled =
        backend.compile(graph, family.weights(spec, component), options)) {
      compare(compiled.run(inputs), expected);
    }
  }

  /// Where a case holds what a ControlNet gives (`mid`), the denoiser is told it.
  private static GraphOptions options(Map<String, Tensor> expected) {
    return expected.containsKey("mid")
        ? GraphOptions.with(GraphOptions.Feature.CONTROL_RESIDUALS)
        : GraphOptions.plain();
  }

  /// Outputs of the network in the folder `unet` are expected as `sample` or as `unet_sample`.
  private void compare(Map<String, Tensor> outputs, Map<String, Tensor> expected) {
    double tolerance = Fixtures.about(folder).get("max_abs_error").doubleValue();
    outputs.forEach((output, tensor) -> {
      String longer = model.getFileName() + "_" + output;
      Tensor reference = named(expected, expected.containsKey(longer) ? longer : output);
      Fixtures.assertClose(name() + " " + output, tensor, reference, tolerance);
    });
    assertThat(outputs).as("outputs of " + name()).isNotEmpty();
  }

  private Tensor named(Map<String, Tensor> tensors, String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new AssertionError(
          "%s: the case holds no tensor %s, only %s".formatted(name(), name, tensors.keySet()));
    }
    return tensor;
  }
}
