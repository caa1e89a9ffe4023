package dev.darkroom.core.pipeline;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.PluginUse;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.Upscaler;
import java.util.List;

/// What is done to a picture when it is drawn: processors and upscalers, one after the other.
///
/// Safe for use by several threads.
public final class Finishing {

  private static final String UPSCALER = "upscaler.";

  private final List<FinishingStep> steps;

  private Finishing(List<FinishingStep> steps) {
    this.steps = steps;
  }

  /// Finds processors and upscalers. One that goes by the same name as another needs its full id.
  ///
  /// @throws dev.darkroom.core.error.UnknownPluginException if one is not installed
  /// @throws dev.darkroom.core.error.InvalidRequestException if one does not take its settings
  public static Finishing find(Plugins plugins, List<PluginUse> uses) {
    return new Finishing(uses.stream().map(use -> step(plugins, use)).toList());
  }

  private static FinishingStep step(Plugins plugins, PluginUse use) {
    return use.id().startsWith(UPSCALER)
        ? UpscaleStep.of(plugins.find(Upscaler.class, use.id()), use)
        : new ProcessStep(Configured.find(plugins, ImageProcessor.class, use));
  }

  /// The finished picture.
  ///
  /// @throws dev.darkroom.core.error.InvalidRequestException if it would become too large
  public Image apply(Image image) {
    Image result = image;
    for (FinishingStep step : steps) {
      result = step.apply(result);
    }
    return result;
  }

  /// What is done, under full ids.
  public List<PluginUse> uses() {
    return steps.stream().map(FinishingStep::use).toList();
  }

  List<Plugin> plugins() {
    return steps.stream().map(FinishingStep::plugin).toList();
  }
}
