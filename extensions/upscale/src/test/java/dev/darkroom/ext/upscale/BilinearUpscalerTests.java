package dev.darkroom.ext.upscale;

import dev.darkroom.core.spi.Upscaler;
import dev.darkroom.testkit.UpscalerContract;

final class BilinearUpscalerTests implements UpscalerContract {

  @Override
  public Upscaler provider() {
    return new BilinearUpscaler();
  }
}
