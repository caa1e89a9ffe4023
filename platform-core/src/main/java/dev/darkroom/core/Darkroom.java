package dev.darkroom.core;

import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.pipeline.GenerationResult;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.placement.Placement;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GenerationListener;
import dev.darkroom.core.spi.ModelDefaults;
import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.weights.ModelFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Darkroom as a library: opens a backend and models, and makes pictures.
///
/// ```java
/// try (var darkroom = Darkroom.open()) {
///   darkroom.generate("a red apple").save(Path.of("apple.png"));
/// }
/// ```
///
/// Safe for use by several threads. Closing it closes every model that it opened.
public final class Darkroom implements AutoCloseable {

  private final DarkroomOptions options;
  private final Plugins plugins;
  private final Supplier<PluginCatalog> catalog;
  private final Map<Path, Model> models = new LinkedHashMap<>();
  private final OpenEngines engines;
  private boolean closed;

  private Darkroom(DarkroomOptions options, Plugins plugins, Supplier<PluginCatalog> catalog) {
    this.options = options;
    this.plugins = plugins;
    this.catalog = catalog;
    this.engines = new OpenEngines(plugins, options);
  }

  /// Opens with the best backend and device that work here.
  public static Darkroom open() {
    return open(DarkroomOptions.defaults());
  }

  /// Loads no native code and no model; both happen when they are first needed.
  public static Darkroom open(DarkroomOptions options) {
    PluginCatalog plugins = PluginCatalog.load();
    return new Darkroom(options, plugins, () -> plugins);
  }

  /// Opens with the plug-ins in a user's folder, too. Those that come and go meanwhile count from the
  /// next picture on.
  ///
  /// @param host stays open when this is closed
  public static Darkroom open(DarkroomOptions options, PluginHost host) {
    return new Darkroom(options, host, host::catalog);
  }

  /// What can be used at this moment.
  public PluginCatalog plugins() {
    return catalog.get();
  }

  /// Draws with the default model and its own settings.
  public GenerationResult generate(String prompt) {
    Model model = model();
    return model.generate(model.request(prompt), GenerationListener.SILENT, Cancellation.none());
  }

  /// The default model: the installed one that ranks first.
  ///
  /// @throws UnknownPluginException if no model is installed
  public Model model() {
    ModelProvider provider =
        plugins.all(ModelProvider.class).stream()
            .findFirst()
            .orElseThrow(() -> new UnknownPluginException("model", "default", List.of()));
    return open(provider.folder(options.cache()), _ -> provider.defaults());
  }

  /// The model in a folder or file. The same place gives the same model.
  ///
  /// @throws dev.darkroom.core.error.ModelFormatException if it is missing, damaged or unknown
  public Model model(Path location) {
    return open(location, ModelDefaults::of);
  }

  /// The backend that the options name for no component in particular; opens it now if that has not
  /// been done. [#close()] closes it.
  ///
  /// @throws dev.darkroom.core.error.BackendException if it cannot be used here; says why
  public synchronized Backend backend() {
    requireOpen();
    return engines.common().backend();
  }

  /// Where a component of a model would be computed, and why. Opens nothing.
  public Placement placement(ModelSpec spec, Component component) {
    return engines.placement(spec, component);
  }

  private synchronized Model open(Path location, Function<ModelSpec, ModelDefaults> defaults) {
    requireOpen();
    Path place = location.toAbsolutePath().normalize();
    Model known = models.get(place);
    if (known == null) {
      ModelSpec spec = Model.recognise(plugins, ModelFiles.open(place));
      known = new Model(plugins, engines, spec, defaults.apply(spec));
      models.put(place, known);
    }
    return known;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("Darkroom is closed");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    models.values().forEach(Model::close);
    models.clear();
    engines.close();
  }
}
