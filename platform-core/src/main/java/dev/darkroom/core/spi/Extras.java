package dev.darkroom.core.spi;

import java.util.List;

/// What plug-ins do to a generation beside drawing it, each list in the order of its application.
///
/// @param hooks watch and change the denoising, see [DenoiseHook]
/// @param scripts wrap the generation, the first one outermost, see [Script]
/// @param finishing processors and upscalers for the pictures that the scripts leave, see
///     [ImageProcessor] and [Upscaler]; an upscaler has the setting [Upscaler#FACTOR] too
public record Extras(List<PluginUse> hooks, List<PluginUse> scripts, List<PluginUse> finishing) {

  public Extras {
    hooks = List.copyOf(hooks);
    scripts = List.copyOf(scripts);
    finishing = List.copyOf(finishing);
  }

  public static Extras none() {
    return new Extras(List.of(), List.of(), List.of());
  }

  public Extras withHooks(List<PluginUse> changed) {
    return new Extras(changed, scripts, finishing);
  }

  public Extras withScripts(List<PluginUse> changed) {
    return new Extras(hooks, changed, finishing);
  }

  public Extras withFinishing(List<PluginUse> changed) {
    return new Extras(hooks, scripts, changed);
  }
}
