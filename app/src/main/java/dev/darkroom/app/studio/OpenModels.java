package dev.darkroom.app.studio;

import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.spi.PerComponent;
import dev.darkroom.core.tensor.DType;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Models that stay open from one order to the next: the last ones used, as memory is finite.
final class OpenModels implements AutoCloseable {

  private static final int MOST = 2;

  private final PluginHost plugins;
  private final SequencedMap<Key, OpenModel> open = new LinkedHashMap<>();

  OpenModels(PluginHost plugins) {
    this.plugins = plugins;
  }

  /// What tells two open models apart.
  private record Key(
      PerComponent<String> backend,
      PerComponent<String> device,
      PerComponent<DType> precision,
      @Nullable String model) {}

  /// The model with engines as in `options`, opened now unless it is open.
  OpenModel get(DarkroomOptions options, @Nullable String model) {
    closeOutdated();
    Key key = new Key(options.backend(), options.device(), options.precision(), model);
    OpenModel known = open.remove(key);
    if (known == null) {
      closeEldest();
      known = new OpenModel(options, plugins, model);
    }
    open.put(key, known);
    return known;
  }

  private void closeEldest() {
    while (open.size() >= MOST) {
      open.pollFirstEntry().getValue().close();
    }
  }

  /// Closes the models whose plug-ins changed.
  void closeOutdated() {
    open.values()
        .removeIf(model -> {
          boolean outdated = !model.isCurrent();
          if (outdated) {
            model.close();
          }
          return outdated;
        });
  }

  @Override
  public void close() {
    open.values().forEach(OpenModel::close);
    open.clear();
  }
}
