package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.Generation;
import dev.darkroom.core.spi.GenerationListener;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelDefaults;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.Prompt;
import dev.darkroom.core.spi.Seeds;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Fingerprint;
import dev.darkroom.core.weights.WeightIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/// A model whose components are open on backends. Networks are compiled when they are first needed and stay until
/// [#close()].
///
/// One thread at a time generates; a second one waits.
public final class Model implements AutoCloseable {

  /// A backend that is open, and what a recipe says about it.
  public record Engine(Backend backend, DType precision, Recipe.Engine reference) {}

  private final Plugins plugins;
  private final ModelSpec spec;
  private final ModelDefaults defaults;
  private final Components components;
  private final List<Conditioner> conditioners = new ArrayList<>();
  private final String fingerprint;

  /// Opens a recognised model. Loads no weights yet.
  ///
  /// @param spec what [#recognise] gave
  public Model(Plugins plugins, Engines engines, ModelSpec spec, ModelDefaults defaults) {
    this.plugins = plugins;
    this.spec = spec;
    this.defaults = defaults;
    ModelFamily family = plugins.find(ModelFamily.class, spec.family());
    this.components = new Components(family, spec, engines);
    this.fingerprint = Fingerprint.of(spec.index());
  }

  /// What a checkpoint is.
  ///
  /// @throws ModelFormatException if no installed family knows it
  public static ModelSpec recognise(Plugins plugins, WeightIndex index) {
    List<ModelFamily> families = plugins.all(ModelFamily.class);
    return families.stream()
        .flatMap(family -> family.recognise(index).stream())
        .findFirst()
        .orElseThrow(() ->
            new ModelFormatException(
                index.location().toString(),
                "is of no known model family. Known: "
                    + families.stream().map(Plugin::id).collect(Collectors.joining(", "))
                    + "."));
  }

  public ModelSpec spec() {
    return spec;
  }

  /// What the model is recognised by in recipes: a hash of its contents.
  public String fingerprint() {
    return fingerprint;
  }

  /// A request with the settings that suit the model, a random seed, and the model's own size.
  ///
  /// @throws ModelFormatException if this is a single component
  public GenerationRequest request(String prompt) {
    return new GenerationRequest(
        Prompt.of(prompt),
        settings().size(),
        defaults.sampling(),
        defaults.guidance(),
        Seeds.of(ThreadLocalRandom.current().nextLong(1L << 32)));
  }

  /// Makes the pictures of a request: its scripts run around its generation, and what they leave is
  /// finished.
  ///
  /// @param listener told how it proceeds, on this thread
  /// @param cancellation stops it within a step
  /// @throws InvalidRequestException if the request cannot be honoured
  /// @throws dev.darkroom.core.error.UnknownPluginException if it names something not installed
  /// @throws dev.darkroom.core.error.CancelledException if cancelled
  /// @throws dev.darkroom.core.error.BackendException if the engine fails
  public synchronized GenerationResult generate(
      GenerationRequest request, GenerationListener listener, Cancellation cancellation) {
    requireTextToImage();
    NamedPlugins plugins = named(request);
    RecipeWriter recipes = new RecipeWriter(this, components);
    Generation drawing = inner -> draw(named(inner), recipes, listener, cancellation);
    List<Drawing> drawings =
        new ScriptChain(plugins.scripts(), drawing).generate(plugins.request());
    return recipes.result(drawings, plugins);
  }

  private NamedPlugins named(GenerationRequest request) {
    RequestCheck.check(request, settings().latents());
    return NamedPlugins.find(plugins, request, defaults.sampling());
  }

  private List<Drawing> draw(
      NamedPlugins named,
      RecipeWriter recipes,
      GenerationListener listener,
      Cancellation cancellation) {
    cancellation.check();
    recipes.took(named.all());
    List<Tensor> drawn = new Job(components, conditioners(), named, listener).run(cancellation);
    List<Drawing> drawings = new ArrayList<>();
    drawn.forEach(pixels -> drawings.add(new Drawing(pixels, named.request(), drawings.size())));
    return List.copyOf(drawings);
  }

  /// Runs one component on named tensors.
  public Map<String, Tensor> run(
      Component component, Map<String, Tensor> inputs, Cancellation cancellation) {
    return components.run(component, GraphOptions.plain(), inputs, cancellation);
  }

  /// The graph of a component, before any backend has seen it.
  public Graph graph(Component component) {
    return components.graph(component, GraphOptions.plain());
  }

  private DiffusionSettings settings() {
    return spec.diffusion()
        .orElseThrow(() ->
            new ModelFormatException(
                spec.index().location().toString(),
                "is %s, not a whole model; name a folder with model_index.json."
                    .formatted(spec.title())));
  }

  private void requireTextToImage() {
    DiffusionSettings settings = settings();
    Graph graph = graph(settings.denoiser());
    long channels = Objects.requireNonNull(graph.inputs().get("sample"), "sample").size(1);
    if (channels != settings.latents().channels()) {
      throw new InvalidRequestException(
          "model",
          "%s takes %d channels: it fills in masked pictures and cannot draw from text alone."
              .formatted(spec.title(), channels));
    }
  }

  private List<Conditioner> conditioners() {
    if (conditioners.isEmpty()) {
      plugins.all(ConditionerProvider.class).stream()
          .filter(provider -> provider.supports(spec))
          .forEach(provider -> conditioners.add(provider.open(components)));
    }
    return conditioners;
  }

  @Override
  public synchronized void close() {
    conditioners.forEach(Conditioner::close);
    conditioners.clear();
    components.close();
  }
}
