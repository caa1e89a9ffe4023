package dev.darkroom.core.plugin.info;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Script;
import dev.darkroom.core.spi.Upscaler;
import java.util.List;
import java.util.Locale;

/// The one list of what plug-ins can provide. A new kind needs a line here and a `uses` in the core's
/// module-info.
public final class PluginKinds {

  private static final List<Class<? extends Plugin>> ALL =
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

  private PluginKinds() {}

  public static List<Class<? extends Plugin>> all() {
    return ALL;
  }

  /// What people call a kind: `sampler`, `model family`.
  public static String word(Class<? extends Plugin> kind) {
    String name = kind.getSimpleName().replace("Provider", "");
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
