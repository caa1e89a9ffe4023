package dev.darkroom.core.pipeline;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.Extras;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finishes the pictures of one request and writes their recipes.
final class RecipeWriter {

  private final Model model;
  private final Components components;
  private final Set<Plugin> used = new LinkedHashSet<>();

  RecipeWriter(Model model, Components components) {
    this.model = model;
    this.components = components;
  }

  /// Some plug-ins took part.
  void took(List<Plugin> plugins) {
    used.addAll(plugins);
  }

  GenerationResult result(List<Drawing> drawings, NamedPlugins named) {
    took(named.all());
    return new GenerationResult(
        drawings.stream().map(drawing -> picture(drawing, named.finishing())).toList());
  }

  private Picture picture(Drawing drawing, Finishing finishing) {
    GenerationRequest drawn = drawing.request();
    GenerationRequest request = drawn.with(drawn.extras().withFinishing(finishing.uses()));
    return new Picture(
        finished(drawing.pixels(), finishing),
        new Recipe(
            request,
            drawing.index(),
            reference(),
            components.engines(),
            versions(request),
            PluginVersion.of(Model.class)));
  }

  private static Tensor finished(Tensor pixels, Finishing finishing) {
    return finishing.uses().isEmpty()
        ? pixels
        : finishing.apply(Image.fromTensor(pixels)).toTensor();
  }

  private Recipe.ModelReference reference() {
    return new Recipe.ModelReference(
        model.spec().index().location().getFileName().toString(),
        model.fingerprint(),
        model.spec().family());
  }

  /// Of the plug-ins that the request names, or of all where scripts may have named others.
  private Map<String, String> versions(GenerationRequest request) {
    Extras extras = request.extras();
    Set<String> named = new HashSet<>();
    named.add(request.sampling().sampler());
    named.add(request.sampling().schedule());
    Stream.of(extras.hooks(), extras.finishing())
        .flatMap(List::stream)
        .forEach(use -> named.add(use.id()));
    Map<String, String> versions = new TreeMap<>();
    for (Plugin plugin : used) {
      if (!extras.scripts().isEmpty() || named.contains(plugin.id())) {
        versions.put(plugin.id(), PluginVersion.of(plugin.getClass()));
      }
    }
    return versions;
  }
}
