package dev.darkroom.app.studio;

import dev.darkroom.core.Darkroom;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A model that is open, with engines of its own.
final class OpenModel implements AutoCloseable {

  private final Darkroom darkroom;
  private final Model model;
  private final Set<Plugin> foundation;
  private final List<String> notices = new ArrayList<>();
  private DrawingListener listener = new DrawingListener() {};

  /// @param place folder or file of the model; null for the default one
  OpenModel(DarkroomOptions options, PluginHost plugins, @Nullable String place) {
    darkroom = Darkroom.open(options.withNotices(this::heard), plugins);
    foundation = foundation(darkroom.plugins());
    try {
      model = place == null ? darkroom.model() : darkroom.model(Path.of(place));
    } catch (RuntimeException e) {
      darkroom.close();
      throw e;
    }
  }

  private void heard(String notice) {
    notices.add(notice);
    listener.notice(notice);
  }

  /// From now on `changed` hears the notices, those from before first: they hold as long as the engines
  /// are open.
  void tell(DrawingListener changed) {
    listener = changed;
    notices.forEach(changed::notice);
  }

  Model model() {
    return model;
  }

  Plugins plugins() {
    return darkroom.plugins();
  }

  /// Whether the plug-ins that a model is built of are still those that it was built of. Samplers,
  /// schedules and the like are looked up for each picture and do not count.
  boolean isCurrent() {
    return foundation.equals(foundation(darkroom.plugins()));
  }

  private static Set<Plugin> foundation(Plugins plugins) {
    return Stream.of(
            BackendProvider.class,
            ModelFamily.class,
            ModelProvider.class,
            ConditionerProvider.class)
        .flatMap(kind -> plugins.all(kind).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void close() {
    darkroom.close();
  }
}
