package dev.darkroom.app.cli;

import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.weights.Fingerprint;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.WeightIndex;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What there is to say about a model without loading it.
///
/// @param diffusion null for a single component
record ModelDescription(
    String location,
    String family,
    String title,
    String fingerprint,
    List<String> components,
    List<Part> parts,
    @Nullable DiffusionSettings diffusion) {

  /// The tensors below one folder of a model.
  record Part(String folder, long tensors, long parameters, long bytes, List<String> types) {}

  static ModelDescription of(Plugins plugins, Path location) {
    WeightIndex index = ModelFiles.open(location);
    ModelSpec spec = Model.recognise(plugins, index);
    return new ModelDescription(
        index.location().toString(),
        spec.family(),
        spec.title(),
        Fingerprint.of(index),
        spec.components().stream().map(Component::id).sorted().toList(),
        parts(index),
        spec.diffusion().orElse(null));
  }

  private static List<Part> parts(WeightIndex index) {
    Map<String, List<Weight>> folders = new TreeMap<>();
    index
        .weights()
        .forEach((name, weight) ->
            folders.computeIfAbsent(folder(name), _ -> new ArrayList<>()).add(weight));
    return folders.entrySet().stream().map(e -> part(e.getKey(), e.getValue())).toList();
  }

  private static String folder(String tensor) {
    int slash = tensor.indexOf('/');
    return slash < 0 ? "." : tensor.substring(0, slash);
  }

  private static Part part(String folder, List<Weight> weights) {
    return new Part(
        folder,
        weights.size(),
        weights.stream().mapToLong(weight -> weight.shape().elements()).sum(),
        weights.stream().mapToLong(w -> w.dtype().bytes(w.shape().elements())).sum(),
        weights.stream().map(weight -> weight.dtype().name()).distinct().sorted().toList());
  }

  void print(PrintWriter out) {
    TextTable table =
        new TextTable()
            .row("Model", location)
            .row("Family", family + ": " + title)
            .row("Fingerprint", fingerprint)
            .row("Components", String.join(", ", components));
    if (diffusion != null) {
      table
          .row("Made for", diffusion.size() + " pixels")
          .row("Predicts", diffusion.noise().prediction().toString())
          .row("Latents", diffusion.latents().channels() + " channels");
    }
    for (Part part : parts) {
      table.row(
          part.folder(),
          "%,d tensors, %,d parameters, %,d bytes, %s"
              .formatted(part.tensors(), part.parameters(), part.bytes(), part.types()));
    }
    table.print(out);
  }
}
