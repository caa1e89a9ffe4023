package dev.darkroom.core.plugin;

import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Script;
import dev.darkroom.core.spi.Upscaler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// Every plug-in that was found, by kind. Immutable and safe for use by several threads.
public final class PluginCatalog implements Plugins {

  private static final List<Class<? extends Plugin>> KINDS =
      List.of(
          BackendProvider.class,
          ModelFamily.class,
          ModelProvider.class,
          ConditionerProvider.class,
          SamplerProvider.class,
          ScheduleProvider.class,
          DenoiseHookProvider.class,
          Script.class,
          ImageProcessor.class,
          Upscaler.class);

  private final Map<Class<? extends Plugin>, List<Plugin>> plugins = new HashMap<>();
  private final List<PluginIssue> issues = new ArrayList<>();

  private PluginCatalog() {}

  /// Finds the plug-ins of this process. Never fails: what cannot be used is in [#issues()].
  public static PluginCatalog load() {
    PluginCatalog catalog = new PluginCatalog();
    KINDS.forEach(catalog::load);
    return catalog;
  }

  private void load(Class<? extends Plugin> kind) {
    Map<String, Plugin> found = new LinkedHashMap<>();
    Iterator<? extends Plugin> providers = ServiceLoader.load(kind).iterator();
    boolean more = true;
    while (more) {
      try {
        more = providers.hasNext();
        if (more) {
          add(found, providers.next());
        }
      } catch (ServiceConfigurationError | RuntimeException e) {
        // the iterator goes on behind a provider that fails
        issues.add(new PluginIssue(word(kind), "could not be loaded: " + e.getMessage()));
      }
    }
    List<Plugin> sorted = new ArrayList<>(found.values());
    sorted.sort(Comparator.comparingInt(Plugin::priority).reversed().thenComparing(Plugin::id));
    plugins.put(kind, List.copyOf(sorted));
  }

  private void add(Map<String, Plugin> found, Plugin plugin) {
    Plugin first = found.putIfAbsent(plugin.id(), plugin);
    if (first != null) {
      String reason =
          "%s has an id that %s has already; the first one is used."
              .formatted(plugin.getClass().getName(), first.getClass().getName());
      issues.add(new PluginIssue(plugin.id(), reason));
    }
  }

  @Override
  public <P extends Plugin> List<P> all(Class<P> kind) {
    return plugins.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
  }

  @Override
  public <P extends Plugin> P find(Class<P> kind, String name) {
    String wanted = normal(name);
    Optional<P> found =
        all(kind).stream().filter(plugin -> names(plugin).contains(wanted)).findFirst();
    return found.orElseThrow(() ->
        new UnknownPluginException(
            word(kind), name, all(kind).stream().map(PluginCatalog::shortId).toList()));
  }

  /// The id without its kind.
  public static String shortId(Plugin plugin) {
    return plugin.id().substring(plugin.id().indexOf('.') + 1);
  }

  /// What could not be used, and why.
  public List<PluginIssue> issues() {
    return List.copyOf(issues);
  }

  private static List<String> names(Plugin plugin) {
    List<String> names = new ArrayList<>(plugin.aliases());
    names.add(plugin.id());
    names.add(shortId(plugin));
    names.add(plugin.title());
    return names.stream().map(PluginCatalog::normal).toList();
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
  }

  /// What people call a kind: `sampler`, `model family`.
  private static String word(Class<? extends Plugin> kind) {
    String name = kind.getSimpleName().replace("Provider", "");
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
