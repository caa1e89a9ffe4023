package dev.darkroom.core.pipeline;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.PluginUse;

/// A picture goes through a processor.
record ProcessStep(Configured<ImageProcessor> processor) implements FinishingStep {

  @Override
  public Image apply(Image image) {
    return processor.plugin().process(image, processor.values());
  }

  @Override
  public PluginUse use() {
    return processor.use();
  }

  @Override
  public Plugin plugin() {
    return processor.plugin();
  }
}
