package dev.darkroom.core.pipeline;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.PluginUse;

/// One step of a [Finishing].
sealed interface FinishingStep permits ProcessStep, UpscaleStep {

  Image apply(Image image);

  /// What a recipe says about it.
  PluginUse use();

  Plugin plugin();
}
